import Checkers
package import JSONRPC
import Recording

/// Findings for a machine: one JSON document, or JSON Lines.
package enum CheckJSON {
  package static let schemaVersion = 1

  package static func document(_ results: [CheckResult]) -> JSONValue {
    [
      "schemaVersion": number(schemaVersion), "verb": "check",
      "passed": .bool(!results.contains { $0.hasFailed || $0.state.isBroken }),
      "files": .array(
        results.map { result in
          .object(summary(result) + [JSONMember("findings", .array(result.findings.map { .object(finding($0)) }))])
        }),
    ]
  }

  /// The first of the JSON Lines.
  package static var head: JSONValue { ["type": "check", "schemaVersion": number(schemaVersion)] }

  /// The lines of one file: its findings, then its result.
  package static func lines(_ result: CheckResult) -> [JSONValue] {
    let place = [JSONMember("path", .string(result.path))]
    return result.findings.map { .object([JSONMember("type", "finding")] + place + finding($0)) }
      + [.object([JSONMember("type", "result")] + summary(result))]
  }

  private static func summary(_ result: CheckResult) -> [JSONMember] {
    var members = [
      JSONMember("path", .string(result.path)), JSONMember("state", .string(result.state.word)),
      JSONMember("passed", .bool(!result.hasFailed && !result.state.isBroken)),
      JSONMember("records", number(result.records)), JSONMember("faults", number(result.count(.must))),
      JSONMember("observations", number(result.count(.observation))),
      JSONMember("findingsLeftOut", number(result.leftOut)),
    ]
    if case .broken(let error) = result.state { members.append(JSONMember("error", .string(error.description))) }
    return members
  }

  private static func finding(_ finding: Finding) -> [JSONMember] {
    [
      JSONMember("checker", .string(finding.checker)), JSONMember("weight", .string(finding.weight.rawValue)),
      JSONMember("record", number(finding.record)), JSONMember("expected", .string(finding.expected)),
      JSONMember("came", .string(finding.came)),
    ]
  }

  private static func number(_ value: Int) -> JSONValue { .number(String(value)) }
}
