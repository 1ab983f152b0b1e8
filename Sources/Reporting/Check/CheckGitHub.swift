import Checkers
import Recording

/// Findings as GitHub workflow commands, which become annotations.
package enum CheckGitHub {
  package static func render(_ result: CheckResult) -> String {
    var lines: [String] = []
    if case .broken(let error) = result.state {
      lines.append(command("error", path: result.path, title: "unreadable recording", error.description))
    }
    lines += result.findings.map { finding in
      command(
        finding.weight == .must ? "error" : "notice", path: result.path, title: finding.checker,
        "record \(finding.record): \(CheckText.message(finding))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func command(_ kind: String, path: String, title: String, _ message: String) -> String {
    "::\(kind) file=\(MarkedText.property(path)),title=\(MarkedText.property(title))::\(MarkedText.data(message))"
  }
}
