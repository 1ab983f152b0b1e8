/// Numbers as people read them.
package enum Quantities {
  /// Microseconds as seconds with milliseconds: `12.345`.
  package static func clock(_ microseconds: Int64) -> String {
    let milliseconds = microseconds / 1000
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }

  /// Microseconds in the unit that fits: `85 µs`, `1.2 ms`, `340 ms`, `2.41 s`.
  package static func duration(_ microseconds: Int64) -> String {
    switch microseconds {
    case ..<1000: "\(microseconds) µs"
    case ..<1_000_000: "\(threeDigits(Double(microseconds) / 1000)) ms"
    case ..<600_000_000: "\(threeDigits(Double(microseconds) / 1_000_000)) s"
    default: "\(microseconds / 60_000_000) min \(microseconds / 1_000_000 % 60) s"
    }
  }

  /// `812 B`, `1.20 kB`, `3.45 MB`: powers of 1000.
  package static func bytes(_ count: Int) -> String {
    switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: "\(threeDigits(Double(count) / 1000)) kB"
    case ..<1_000_000_000: "\(threeDigits(Double(count) / 1_000_000)) MB"
    default: "\(threeDigits(Double(count) / 1_000_000_000)) GB"
    }
  }

  /// `1 item`, `2 items`.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  package static func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : "\(threeDigits(Double(part) * 100 / Double(whole))) %"
  }

  package static func threeDigits(_ value: Double) -> String {
    let places = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
    let scale = [1.0, 10, 100][places]
    let scaled = Int((value * scale).rounded())
    guard places > 0 else { return String(scaled) }
    let fraction = String(scaled % Int(scale))
    return "\(scaled / Int(scale)).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}
