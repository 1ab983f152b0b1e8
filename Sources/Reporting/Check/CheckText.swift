import Checkers

/// Findings for a person.
package enum CheckText {
  package static func render(_ result: CheckResult, palette: Palette) -> String {
    let path = Printable.escape(result.path)
    if result.framing == nil { return "\(path): \(palette.paint("unreadable", .red))\n" }
    var lines = result.findings.map { line($0, palette: palette) }
    if result.leftOut > 0 {
      lines.append(
        "  … and \(result.leftOut) more: of each checker the first \(CheckResult.maximumPerChecker) are shown")
    }
    let verdict = verdict(result, palette)
    let counts =
      "\(Quantities.count(result.count(.must), "fault")), \(Quantities.count(result.count(.observation), "observation"))"
    let scope = "\(Quantities.count(result.records, "record")), \(result.properties.count) properties"
    return (["\(path): \(verdict): \(counts) (\(scope))"] + lines).joined(separator: "\n") + "\n"
  }

  private static func verdict(_ result: CheckResult, _ palette: Palette) -> String {
    switch (result.hasFailed, result.state) {
    case (true, .broken): palette.paint("failed, and the rest is unreadable", .red)
    case (true, _): palette.paint("failed", .red)
    case (false, .broken): palette.paint("unreadable", .red) + (result.records > 0 ? ", what stands before passed" : "")
    case (false, .unfinished): palette.paint("passed", .green) + ", unfinished"
    case (false, .complete): palette.paint("passed", .green)
    }
  }

  private static func line(_ finding: Finding, palette: Palette) -> String {
    let word = finding.weight == .must ? palette.paint("fault      ", .red) : palette.paint("observation", .yellow)
    let place = TextTable.pad("#\(finding.record)", to: 7, .right)
    return "  \(word) \(place) \(palette.paint(finding.checker, .bold)): \(message(finding))"
  }

  static func message(_ finding: Finding) -> String {
    "expected \(Printable.brief(finding.expected, limit: 300)); came \(Printable.brief(finding.came, limit: 300))"
  }

  /// How to look at what was found.
  package static func hint(_ result: CheckResult) -> String? {
    guard let finding = result.findings.first(where: { $0.weight == .must }) else { return nil }
    let (from, to) = (max(0, finding.record - 5), finding.record + 5)
    return "look closer: reprise show \(Printable.escape(result.path)) --from \(from) --to \(to)"
  }
}
