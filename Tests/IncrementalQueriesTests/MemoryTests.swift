import IncrementalQueries
import Testing

/// What is let go, and that everything that nobody needs is.
@Suite struct MemoryTests {
  @Test func valuesBeyondTheCapacityAreLetGoOldestFirst() throws {
    let sheet = Sheet(["a": "1", "b": "22", "c": "333"])
    for key in ["a", "b", "a", "c"] { _ = try sheet.get(Length.self, key) }
    #expect(
      sheet.log.take() == [
        "run length(a)", "run length(b)", "evict length(a)", "run length(a)", "evict length(b)", "run length(c)",
        "evict length(a)",
      ])
  }

  @Test func aValueThatWasLetGoStillTellsWhetherItIsTheSame() throws {
    let sheet = Sheet(["a": "1", "b": "22", "c": "333", "d": ""])
    for key in ["a", "b", "c"] { _ = try sheet.get(LengthIsEven.self, key) }
    sheet.write("d", "4444")
    _ = sheet.log.take()
    #expect(try sheet.get(LengthIsEven.self, "a") == false)
    #expect(sheet.log.take() == ["valid length(a)", "valid even(a)"])
    #expect(try sheet.get(Length.self, "a") == 1)
    #expect(sheet.log.take() == ["run length(a)", "evict length(c)"])
    #expect(try sheet.get(LengthIsEven.self, "a") == false)
    #expect(sheet.log.take() == ["reuse even(a)"])
  }

  @Test func whatNobodyUsedIsRemovedAndRunsAgainWhenAsked() throws {
    let sheet = Sheet(["a": "1", "b": "22"])
    _ = try sheet.get(Length.self, "a")
    let revision = sheet.write("b", "2").revision
    _ = try sheet.get(Length.self, "b")
    _ = sheet.log.take()
    sheet.database.removeUnused(before: revision)
    #expect(sheet.log.take() == ["remove length(a)"])
    _ = try sheet.get(Length.self, "a")
    #expect(sheet.log.take() == ["run length(a)", "evict length(b)"])
  }

  @Test func anEdgeToAPlaceThatWasGivenToAnotherKeyIsAChange() throws {
    let sheet = Sheet(["a": "1"], durability: .high)
    sheet.write("b", "20")
    #expect(try sheet.get(IsLarge.self, "a") == false)
    // What the first depends on goes, since it was not looked at itself; its place is taken by what is large.
    let revision = sheet.write("b", "30").revision
    #expect(try sheet.get(IsLarge.self, "a") == false)
    sheet.database.removeUnused(before: revision)
    #expect(try sheet.get(CellValue.self, "b") == 30)
    sheet.write("c", "1", durability: .high)
    _ = sheet.log.take()
    #expect(try sheet.get(IsLarge.self, "a") == false)
    #expect(sheet.log.take() == ["run words(a)", "run cell(a)", "run large(a)", "same large(a)"])
  }

  @Test func aPlaceWithoutAMemoGoesToo() throws {
    let sheet = Sheet()
    for key in 0..<100 { _ = try? sheet.get(CellValue.self, "\(key)") }
    #expect(population(sheet.database, "cell").keys == 100)
    sheet.database.removeUnused(before: Revision(0))
    #expect(population(sheet.database, "cell").keys == 0)
  }

  @Test func manyRevisionsLeaveNoMoreThanFew() throws {
    let sheet = Sheet(["a": "0"])
    weak var early: Snapshot?
    var (most, wrong) = (0, 0)
    for round in 0..<100_000 {
      // The keys are new ones again and again, as in a workspace whose files come and go.
      let snapshot = sheet.write("k\(round % 50)", "a+\(round)")
      if round == 10 { early = snapshot }
      if try sheet.get(CellValue.self, "k\(round % 50)") != round { wrong += 1 }
      if try sheet.get(Countdown.self, round % 7) != round % 7 { wrong += 1 }
      if round % 100 == 99 {
        sheet.database.removeUnused(before: Revision(snapshot.revision.number - 100))
        most = max(most, sheet.database.population.reduce(0) { $0 + $1.keys + $1.values })
        _ = sheet.log.take()
      }
    }
    #expect(wrong == 0)
    #expect(most < 400)
    #expect(early == nil)
  }

  private func population(_ database: Database, _ name: String) -> (values: Int, keys: Int) {
    database.population.first { $0.name == name }.map { ($0.values, $0.keys) } ?? (0, 0)
  }
}
