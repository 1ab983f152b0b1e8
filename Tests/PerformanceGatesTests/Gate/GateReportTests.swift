import JSONRPC
import Measurement
import PerformanceGates
import Testing

@Suite struct GateReportTests {
  private func report(_ effect: Double, counters: [Series.Counter] = [], today: CalendarDay = Sample.today)
    -> GateReport
  {
    let rounds = (1...2).map { seed in
      let series = Sample.series(effect: effect, seed: UInt64(seed), counters: counters)
      return Sample.round([series], seed: UInt64(seed))
    }
    return Sample.report(Sample.comparison(rounds: rounds), today: today)
  }

  @Test func theTableHasARowForEachPath() {
    let table = GateMarkdown.table(report(0.06).paths)
    #expect(table.count == 3)
    let columns = Set(table.map { $0.count { $0 == "|" } })
    #expect(columns == [10])
    #expect(
      table[2].hasPrefix("| startup (critical) | 1.1") || table[2].hasPrefix("| startup (critical) | 1.0"),
      "\(table[2])")
    #expect(
      table[2].contains("| +3.0 % |") && table[2].contains("8 + 8") && table[2].hasSuffix("| **FAIL** |"), "\(table[2])"
    )
  }

  @Test func markdownSaysWhyAndWhatToDo() {
    let failed = GateMarkdown.text(report(0.06, counters: [Sample.counter("tokensLexed", 7, 8)]))
    #expect(failed.hasPrefix("## FAIL: origin/main (1234567) → HEAD (1234567)\n"))
    #expect(failed.contains("- startup: slower by +6"))
    #expect(failed.contains("| startup | tokensLexed | 7 | 8 | FAIL |"))
    #expect(failed.contains("- round 1: control "))
    let passed = GateMarkdown.text(report(0, counters: [Sample.counter("tokensLexed", 7, 7)]))
    #expect(
      passed.hasPrefix("## PASS") && passed.contains("All 1 counters are the same.") && !passed.contains("### Why"))
    let expired = GateMarkdown.text(report(0, today: Sample.today.advanced(by: 99)))
    #expect(expired.hasPrefix("## INVALID") && expired.contains("- the budgets expired on 2027-03-01"))
  }

  @Test func namesAreNoMarkup() {
    var comparison = Sample.comparison(paths: ["a|b`<img>"], rounds: [Sample.round([Sample.series("a|b`<img>")])])
    comparison.target.name = "x\n# y"
    let text = GateMarkdown.text(Sample.report(comparison, budgets: Sample.budgets([PathBudget(name: "a|b`<img>")])))
    #expect(text.contains(#"a\|b\`\<img\>"#) && text.contains(##"x \# y"##))
  }

  @Test func theJSONIsVersionedAndComplete() throws {
    let value = GateJSON.value(report(0.06, counters: [Sample.counter("tokensLexed", 7, 8)]))
    let again = try JSONValue(parsing: value.serialized())
    #expect(again["schemaVersion"]?.integer == 1 && again["kind"]?.string == "gate")
    #expect(again["outcome"]?.string == "FAIL" && again["exitCode"]?.integer == 1)
    let path = try #require(again["paths"]?[0])
    #expect(path["rounds"]?.array?.count == 2 && path["counters"]?[0]?["outcome"]?.string == "FAIL")
    #expect(path["interval"]?["confidence"] == .number("0.95"))
  }

  @Test func whatStopsAChangeIsAnError() {
    let failed = report(0.06).annotations
    #expect(failed.map(\.level) == [.error] && failed[0].title == "startup: FAIL")
    #expect(report(0).annotations.isEmpty)
    #expect(report(0, today: Sample.today.advanced(by: 99)).annotations.map(\.title) == ["performance gate: INVALID"])
    let few = Sample.comparison(rounds: [Sample.round([Sample.series(restarts: 7)])])
    #expect(Sample.report(few).annotations.map(\.level) == [.warning])
  }
}
