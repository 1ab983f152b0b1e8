import Foundation
import Testing

@testable import Replay

/// The page for people and the tables in the code say the same.
@Suite struct DocumentationTests {
  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("docs/comparing-answers.md"), encoding: .utf8)) ?? ""
  }()

  private func row(_ rule: ComparisonRule) -> String {
    let methods = rule.methods.map { "`\($0)`" }.joined(separator: ", ")
    let field = rule.pattern.description.isEmpty ? "" : "`\(rule.pattern)` "
    let compared =
      switch rule.rule {
      case .ignored: "no | "
      case .withoutNumbers: "without numbers | "
      case .anyOrder: ""
      }
    return "| \(methods) | \(field)| \(compared)\(rule.reason) |"
  }

  @Test func everyRuleIsDocumentedAndEveryDocumentedRuleIsThere() {
    let rules = VaryingFields.table + FreeOrder.table
    for rule in rules { #expect(Self.page.contains(row(rule)), "missing: \(row(rule))") }
    let rows = Self.page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == rules.count)
  }
}
