import JSONRPC
import PerformanceGates
import Testing

@Suite struct BudgetsReadingTests {
  static let file = """
    {
      "schemaVersion": 1,
      "expires": "2027-03-31",
      "corpus": "c0ffee00",
      "evidence": { "measured": "2026-12-31", "commit": "abc1234", "artefact": "runs/77.json" },
      "defaults": { "medianPercent": 5, "floorMs": 0.03, "floorBelowMs": 0.5 },
      "paths": {
        "startup": { "critical": true, "medianPercent": 3, "p95CPUPercent": 5, "p95WallMs": 400 },
        "first diagnostic": {
          "critical": true,
          "medianPercent": 3,
          "floorMs": 0.04,
          "counters": {
            "queriesExecuted": { "limit": 1200, "reason": "one more for each include" },
            "memoHits": { "removed": true, "reason": "counted as cacheHits now" }
          }
        }
      }
    }
    """

  private func read(_ text: String) throws -> Budgets { try Budgets(parsing: Array(text.utf8)) }

  /// The file with one text replaced by another, and what is said of it.
  private func check(
    _ old: String, _ new: String, says expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Self.file.contains(old), "the example does not contain \(old)", sourceLocation: sourceLocation)
    do {
      _ = try read(Self.file.replacing(old, with: new))
      Issue.record("it was taken", sourceLocation: sourceLocation)
    } catch let problems as ReadingProblems {
      #expect(problems.problems.map(\.description) == expected, sourceLocation: sourceLocation)
    } catch { Issue.record("\(error)", sourceLocation: sourceLocation) }
  }

  @Test func aFileIsReadAsItIsMeant() throws {
    let budgets = try read(Self.file)
    #expect(budgets.expires.description == "2027-03-31" && budgets.corpus == "c0ffee00")
    #expect(budgets.paths.map(\.name) == ["startup", "first diagnostic"])
    #expect(budgets.paths.allSatisfy { $0.isCritical })
    #expect(budgets.limits(of: "startup").medianPercent == 3)
    #expect(budgets.limits(of: "startup").floorMs == 0.03)
    // A floor of its own counts below a whole millisecond.
    #expect(budgets.limits(of: "first diagnostic").floorBelowMs == 1)
    #expect(budgets.limits(of: "hover").medianPercent == 5)
    #expect(budgets.paths[1].counters.map(\.limit) == [1200, nil])
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let budgets = try read(Self.file)
    #expect(try read(PrettyJSON.text(budgets.json)) == budgets)
  }

  @Test func errorsNameLineAndRemedy() {
    check(
      "\"medianPercent\": 5,", "\"medianPercent\": \"5 %\",",
      says: ["line 6, defaults.medianPercent: expected a number, found \"5 %\"; write a number"])
    check(
      "\"p95WallMs\": 400", "\"p95WallMS\": 400",
      says: ["line 8, paths.startup.p95WallMS: is unknown; did you mean p95WallMs?"])
    check(
      "\"expires\": \"2027-03-31\"", "\"expires\": \"31.3.2027\"",
      says: ["line 3, expires: \"31.3.2027\" is no day; write it as 2027-03-31"])
    check(
      "\"reason\": \"one more for each include\"", "\"reason\": \" \"",
      says: [
        "line 14, paths.first diagnostic.counters.queriesExecuted.reason: is empty; say why the counter may grow"
      ])
    check(
      "\"limit\": 1200, ", "",
      says: [
        "line 14, paths.first diagnostic.counters.queriesExecuted: needs a limit, or \"removed\": true; "
          + "write the value that the counter may reach"
      ])
    check(
      "\"medianPercent\": 3, \"p95CPU", "\"medianPercent\": 3, \"medianPercent\": 30, \"p95CPU",
      says: ["line 8, paths.startup.medianPercent: is there twice; keep one of the two"])
  }

  @Test func budgetsLiveForAQuarterAtMost() {
    check(
      "2027-03-31", "2027-04-03",
      says: [
        "line 3, expires: 2027-04-03 is 93 days after the evidence was measured (2026-12-31); budgets hold for a quarter: "
          + "at most until 2027-04-02; measure again with `reprise budget refresh`"
      ])
  }

  @Test func budgetsBelowTheNoiseAreRefused() {
    check(
      "\"critical\": true, \"medianPercent\": 3", "\"critical\": true, \"medianPercent\": 1",
      says: [
        "line 8, paths.startup.medianPercent: 1.0 is below what a change of layout alone costs; hold wall time to 2 % or "
          + "more, and hold counters exactly"
      ])
  }

  @Test func criticalPathsAreHeldToThreePerCent() throws {
    check(
      "\"critical\": true, \"medianPercent\": 3", "\"critical\": true, \"medianPercent\": 5",
      says: [
        "line 8, paths.startup.medianPercent: 5.00 is too much for a critical path; write at most 3.00, or make the change "
          + "smaller"
      ])
    let silent = try read(Self.file.replacing("\"medianPercent\": 3, \"p95", with: "\"p95"))
    #expect(silent.limits(of: "startup").medianPercent == 3)
  }

  @Test func allProblemsAreSaidAtOnceInTheOrderOfTheFile() {
    do {
      _ = try read("{\n\"schemaVersion\": 2,\n\"paths\": {},\n\"expire\": 1 }")
      Issue.record("it was taken")
    } catch let problems as ReadingProblems {
      #expect(
        problems.problems.map { "\($0.line) \($0.place)" } == [
          "1 expires", "1 evidence", "1 corpus", "2 schemaVersion", "3 paths", "4 expire",
        ])
      #expect(problems.description.contains("did you mean expires?"))
    } catch { Issue.record("\(error)") }
  }

  @Test(arguments: [
    ("", "line 1: the JSON text ends too early at byte 0; write JSON as RFC 8259 has it"),
    ("[]", "line 1: expected an object, found an array; write { … } there"),
    ("{\n  \"paths\": {,\n}", "line 2: expected"), ("{\"schemaVersion\": 1}\n\nx", "line 3: more text after the value"),
  ])
  func brokenFilesAreRefused(_ text: String, _ expected: String) {
    #expect { try read(text) } throws: { "\($0)".contains(expected) }
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "{\"a\":", count: 2_000) + "1" + String(repeating: "}", count: 2_000)
    #expect { try read(deep) } throws: { "\($0)".contains("nested deeper") }
    let arrays = String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000)
    #expect { try read(arrays) } throws: { "\($0)".contains("nested deeper") }
  }
}
