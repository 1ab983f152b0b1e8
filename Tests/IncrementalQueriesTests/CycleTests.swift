import IncrementalQueries
import Testing

/// Queries that need themselves.
@Suite struct CycleTests {
  private func sheet() -> Sheet { Sheet(["a": "b+1", "b": "c+1", "c": "a+1", "x": "b+100"]) }

  @Test(arguments: ["abcx", "bcax", "cabx", "xabc", "xcba", "axbc"])
  func everyParticipantHasItsValueWhereverOneEnters(order: String) throws {
    let sheet = sheet()
    for key in order.map(String.init) {
      #expect(try sheet.get(CellValue.self, key) == (key == "x" ? 99 : -1))
    }
  }

  @Test func aCycleIsReportedOutermostFirst() throws {
    let sheet = sheet()
    _ = try sheet.get(CellValue.self, "b")
    #expect(sheet.log.take() == ["run words(b)", "run words(c)", "run words(a)", "cycle cell(b) cell(c) cell(a)"])
  }

  @Test func anEditBreaksTheCycleAndMakesItAgain() throws {
    let sheet = sheet()
    let cyclic = sheet.database.snapshot
    let broken = ["a": 3, "b": 2, "c": 1, "x": 102]
    for round in 0..<3 {
      for key in ["x", "a", "b", "c"] {
        #expect(try sheet.get(CellValue.self, key) == (round == 1 ? broken[key] : key == "x" ? 99 : -1))
      }
      sheet.write("c", round == 0 ? "1" : "a+1")
    }
    #expect(try sheet.get(CellValue.self, "c", at: cyclic) == -1)
  }

  @Test func anUnchangedCycleIsRemembered() throws {
    let sheet = sheet()
    _ = try sheet.get(CellValue.self, "a")
    _ = sheet.log.take()
    _ = try sheet.get(CellValue.self, "a")
    #expect(sheet.log.take() == ["reuse cell(a)"])
  }

  @Test func aQueryWithoutAValueForCyclesThrowsIt() throws {
    let error = try #require(throws: QueryInterruption.self) { try Sheet().get(Countdown.self, -1) }
    guard case .cycle(let cycle) = error else { throw error }
    #expect(cycle.participants == ["countdown(-1)"])
  }

  @Test func nestingHasALimitThatDoesNotDependOnWhatIsRemembered() throws {
    let limit = QueryContext.depthLimit
    let warm = Sheet()
    for depth in stride(from: 0, to: limit - 1, by: 40) { _ = try warm.get(Countdown.self, depth) }
    for sheet in [warm, Sheet()] {
      #expect(throws: QueryInterruption.self) { try sheet.get(Countdown.self, limit) }
      #expect(try sheet.get(Countdown.self, limit - 1) == limit - 1)
      #expect(throws: QueryInterruption.self) { try sheet.get(Countdown.self, limit) }
    }
  }
}
