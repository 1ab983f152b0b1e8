import Checkers
import Recording

/// Findings as JUnit XML: a suite for each recording, a case for each property.
package enum CheckJUnit {
  package static func render(_ results: [CheckResult]) -> String {
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<testsuites name="reprise check">"#]
    for result in results { lines += suite(result) }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func suite(_ result: CheckResult) -> [String] {
    let cases = result.properties.map { testCase($0, in: result) }
    var lines: [String] = []
    if case .broken(let error) = result.state {
      lines += [
        #"    <testcase classname="reprise.check" name="readable">"#,
        #"      <error message="\#(MarkedText.xml(error.description))"/>"#, "    </testcase>",
      ]
    }
    let failures = result.properties.filter { result.count(.must, of: $0.id) > 0 }.count
    let errors = result.state.isBroken ? 1 : 0
    let head =
      #"  <testsuite name="\#(MarkedText.xml(result.path))" tests="\#(cases.count + errors)" failures="\#(failures)""#
      + #" errors="\#(errors)">"#
    return [head] + lines + cases.joined() + ["  </testsuite>"]
  }

  private static func testCase(_ property: Property, in result: CheckResult) -> [String] {
    let head = #"    <testcase classname="reprise.check" name="\#(MarkedText.xml(property.id))""#
    let found = result.findings.filter { $0.checker == property.id }
    guard !found.isEmpty else { return [head + "/>"] }
    let faults = found.filter { $0.weight == .must }.map(line)
    let observations = found.filter { $0.weight == .observation }.map(line)
    var lines = [head + ">"]
    if !faults.isEmpty {
      lines.append(#"      <failure message="\#(MarkedText.xml(property.purpose))">"#)
      lines += faults.map(MarkedText.xml) + ["      </failure>"]
    }
    if !observations.isEmpty {
      lines += ["      <system-out>"] + observations.map(MarkedText.xml) + ["      </system-out>"]
    }
    return lines + ["    </testcase>"]
  }

  private static func line(_ finding: Finding) -> String { "record \(finding.record): \(CheckText.message(finding))" }
}
