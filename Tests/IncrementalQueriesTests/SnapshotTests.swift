import IncrementalQueries
import Testing

/// A snapshot stays as it was, and what it costs to ask an old one.
@Suite struct SnapshotTests {
  @Test func anOldSnapshotKeepsItsAnswersAfterWrites() throws {
    let sheet = Sheet(["a": "1", "b": "a+2"])
    let old = sheet.database.snapshot
    sheet.write("a", "10")
    #expect(try sheet.get(CellValue.self, "b") == 12)
    #expect(try sheet.get(CellValue.self, "b", at: old) == 3)
    _ = sheet.log.take()
    // Both are remembered.
    #expect(try sheet.get(CellValue.self, "b") == 12)
    #expect(try sheet.get(CellValue.self, "b", at: old) == 3)
    #expect(sheet.log.take() == ["reuse cell(b)", "reuse cell(b)"])
  }

  @Test func whatHeldAllTheTimeIsSharedWithOldSnapshots() throws {
    let sheet = Sheet(["a": "1", "c": "0"])
    let old = sheet.database.snapshot
    sheet.write("c", "1")
    _ = try sheet.get(CellValue.self, "a")
    _ = sheet.log.take()
    #expect(try sheet.get(CellValue.self, "a", at: old) == 1)
    #expect(sheet.log.take() == ["reuse cell(a)"])
  }

  @Test func whatAnOldSnapshotComputesDoesNotMisleadNewOnes() throws {
    let sheet = Sheet(["a": "1"])
    _ = try sheet.get(IsLarge.self, "a")
    let second = sheet.write("a", "20")
    sheet.write("a", "2")
    // The third revision first: its value is the first one's, and so it seems never to have changed.
    #expect(try sheet.get(IsLarge.self, "a") == false)
    #expect(try sheet.get(Label.self, "a", at: second) == "large")
    #expect(try sheet.get(Label.self, "a") == "small")
  }

  @Test func aMissingInputIsReportedAndThenHoldsForAllRevisions() throws {
    let sheet = Sheet(["b": "a+2"])
    let old = sheet.database.snapshot
    let new = sheet.write("c", "1")
    let error = try #require(throws: QueryInterruption.self) { try sheet.get(CellValue.self, "b") }
    guard case .missing(let missing) = error else { throw error }
    let isText = missing.input == TextInput.self
    #expect(isText)
    #expect(missing.key as? String == "a")
    #expect(sheet.log.take() == ["run words(b)"])

    sheet.database.discover(TextInput.self, "a", "5", durability: .high)
    sheet.database.discover(TextInput.self, "a", "6", durability: .high)
    #expect(try sheet.get(CellValue.self, "b", at: new) == 7)
    #expect(sheet.log.take() == ["reuse words(b)", "run words(a)", "run cell(a)", "run cell(b)"])
    #expect(try sheet.get(CellValue.self, "b", at: old) == 7)
    #expect(sheet.database.snapshot.revision == new.revision)
  }

  @Test func whatIsDiscoveredForOldRevisionsDoesNotOutliveAWrite() throws {
    let sheet = Sheet()
    let old = sheet.database.snapshot
    sheet.write("a", "20", durability: .low)
    sheet.database.discover(TextInput.self, "a", "1", durability: .high)
    // The old revision's memo must not be taken for one that durable inputs alone decide.
    #expect(try sheet.get(Label.self, "a", at: old) == "small")
    #expect(try sheet.get(Label.self, "a") == "large")
  }

  @Test func cancellationInTheMiddleLeavesOnlyWhatIsComplete() throws {
    let token = CancellationToken()
    let log = EventLog()
    let database = Database(inputs: [TextInput.self], queries: [Words.self, CellValue.self]) { event in
      log.append(event)
      if case .executed("cell", "a") = event { token.cancel() }
    }
    database.write { batch in
      for (key, text) in ["x": "a+b", "a": "1", "b": "2"] { batch.set(TextInput.self, key, text) }
    }
    let cancelled = QueryContext(database, database.snapshot, cancellation: token)
    #expect {
      try cancelled.get(CellValue.self, "x")
    } throws: { error in
      if case QueryInterruption.cancelled = error { true } else { false }
    }
    #expect(log.take() == ["run words(x)", "run words(a)", "run cell(a)"])
    #expect(try QueryContext(database, database.snapshot).get(CellValue.self, "x") == 3)
    #expect(log.take() == ["reuse words(x)", "reuse cell(a)", "run words(b)", "run cell(b)", "run cell(x)"])
  }
}
