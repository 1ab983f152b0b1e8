import Foundation
import PerformanceGates
import Testing

/// The examples of docs/performance-gate.md are files that can be read.
@Suite struct DocumentationTests {
  private func example(_ heading: String) throws -> [UInt8] {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: repository.appendingPathComponent("docs/performance-gate.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
    let json = try #require(section.components(separatedBy: "```json\n").dropFirst().first)
    return Array((json.components(separatedBy: "\n```").first ?? "").utf8)
  }

  @Test func theBudgetsAreRead() throws {
    let budgets = try Budgets(parsing: try example("Budgets"))
    #expect(budgets.paths.map(\.name) == ["startup", "first diagnostic"])
  }

  @Test func theMetricsAreCompleteAndGoodButTooFew() throws {
    let metrics = try RolloutMetrics(parsing: try example("Rollout"))
    let report = RolloutJudge(stage: .canary5, build: metrics.build, now: metrics.end).judge([metrics])
    #expect(report.findings.map(\.kind) == [.shortObservation], "\(report.findings)")
  }
}
