import IncrementalQueries
import Testing

/// What runs, what is only validated and what is reused.
@Suite struct ReuseTests {
  @Test func whatWasNeverAskedRunsAfterWhatItDependsOn() throws {
    let sheet = Sheet(["a": "1", "b": "a+2"])
    #expect(try sheet.get(CellValue.self, "b") == 3)
    #expect(sheet.log.take() == ["run words(b)", "run words(a)", "run cell(a)", "run cell(b)"])
  }

  @Test func theSameRevisionIsAHit() throws {
    let sheet = Sheet(["a": "1"])
    _ = try sheet.get(CellValue.self, "a")
    _ = sheet.log.take()
    #expect(try sheet.get(CellValue.self, "a") == 1)
    #expect(sheet.log.take() == ["reuse cell(a)"])
  }

  @Test func aForeignChangeOnlyValidatesInTheOrderOfReading() throws {
    let sheet = Sheet(["a": "1", "b": "a+2", "c": "5"])
    _ = try sheet.get(CellValue.self, "b")
    _ = sheet.log.take()
    sheet.write("c", "6")
    #expect(try sheet.get(CellValue.self, "b") == 3)
    #expect(sheet.log.take() == ["valid words(b)", "valid words(a)", "valid cell(a)", "valid cell(b)"])
  }

  @Test func aChangeRunsWhatDependsOnItAndNothingElse() throws {
    let sheet = Sheet(["a": "1", "b": "a+c", "c": "5"])
    _ = try sheet.get(CellValue.self, "b")
    _ = sheet.log.take()
    sheet.write("c", "6")
    #expect(try sheet.get(CellValue.self, "b") == 7)
    #expect(
      sheet.log.take() == [
        "valid words(b)", "valid words(a)", "valid cell(a)", "run words(c)", "reuse words(c)", "run cell(c)",
        "reuse words(b)", "reuse cell(a)", "reuse cell(c)", "run cell(b)",
      ])
  }

  @Test func aValueThatStaysTheSameStopsTheChange() throws {
    let sheet = Sheet(["a": "20"])
    #expect(try sheet.get(Label.self, "a") == "large")
    _ = sheet.log.take()
    sheet.write("a", "21")
    #expect(try sheet.get(Label.self, "a") == "large")
    // What ran in order to see whether it changed is reused by who runs because it did.
    #expect(
      sheet.log.take() == [
        "run words(a)", "reuse words(a)", "run cell(a)", "reuse cell(a)", "run large(a)", "same large(a)",
        "valid label(a)",
      ])
  }

  @Test func whatIsDurableIsNotWalkedWhenLessDurableThingsChange() throws {
    let sheet = Sheet(["a": "1", "b": "a+2"], durability: .high)
    sheet.write("c", "5")
    _ = try sheet.get(CellValue.self, "b")
    _ = sheet.log.take()
    sheet.write("c", "6")
    _ = try sheet.get(CellValue.self, "b")
    #expect(sheet.log.take() == ["valid cell(b)"])
    sheet.write("d", "6", durability: .high)
    _ = try sheet.get(CellValue.self, "b")
    #expect(sheet.log.take() == ["valid words(b)", "valid words(a)", "valid cell(a)", "valid cell(b)"])
  }

  @Test(arguments: [(Durability.high, Durability.low), (.low, .high), (.medium, .low)])
  func aChangeOfDurabilityIsSeen(before: Durability, after: Durability) throws {
    let sheet = Sheet()
    sheet.write("a", "1", durability: before)
    #expect(try sheet.get(Label.self, "a") == "small")
    sheet.write("a", "2", durability: after)
    #expect(try sheet.get(Label.self, "a") == "small")
    sheet.write("a", "30", durability: after)
    #expect(try sheet.get(Label.self, "a") == "large")
  }

  @Test func whatIsReadDependsOnValues() throws {
    let sheet = Sheet(["c": "1", "x": "if c a b", "a": "10", "b": "20"])
    #expect(try sheet.get(CellValue.self, "x") == 10)
    sheet.write("c", "0")
    #expect(try sheet.get(CellValue.self, "x") == 20)
    _ = sheet.log.take()
    sheet.write("a", "11")
    #expect(try sheet.get(CellValue.self, "x") == 20)
    let events = sheet.log.take()
    #expect(!events.contains { $0.hasPrefix("run") || $0.hasSuffix("(a)") })
  }

  @Test func aValueThatCameBackIsFoundToBeTheSameOnceItRan() throws {
    let sheet = Sheet(["a": "20"])
    let first = sheet.database.snapshot
    _ = try sheet.get(Label.self, "a")
    let second = sheet.write("a", "3")
    sheet.write("a", "20")
    #expect(try sheet.get(Label.self, "a") == "large")
    // The memos now hold for the third revision, and the one in between is not taken for the same.
    #expect(try sheet.get(Label.self, "a", at: second) == "small")
    #expect(try sheet.get(Label.self, "a", at: first) == "large")
    #expect(try sheet.get(Label.self, "a") == "large")
  }

  @Test func countersAreWhatTheEventsSay() throws {
    let sheet = Sheet(["a": "20", "b": "a+1"])
    _ = try sheet.get(Label.self, "b")
    sheet.write("a", "21")
    _ = sheet.log.take()
    let context = sheet.context()
    _ = try context.get(Label.self, "b")
    _ = try context.get(Label.self, "b")
    let events = sheet.log.take()
    let total = context.totalCounts
    let counted = ["run": total.executed, "valid": total.validated, "reuse": total.reused, "same": total.backdated]
    for (word, count) in counted { #expect(events.count { $0.hasPrefix(word + " ") } == count) }
    #expect(context.counts(of: Label.self) == QueryCounts(validated: 1, reused: 1))
    #expect(context.countsByQuery.map(\.name) == ["words", "cell", "large", "label"])
  }

  @Test func workIsCountedByKind() throws {
    let sheet = Sheet(["a": "20", "b": "a+100"])
    let context = sheet.context()
    _ = try context.get(CellValue.self, "b")
    #expect(context.work[WorkKind(index: 2)] == 7)
    #expect(context.work[WorkKind(index: 1)] == 0)
  }
}
