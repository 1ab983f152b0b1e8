/// Makes untrusted text safe to print: control characters, which could drive a terminal, and characters that turn the
/// order of text round come out as escapes.
package enum Printable {
  package static func escape(_ text: some StringProtocol) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// Escaped, on one line, and cut with an ellipsis when it is longer than `limit` characters.
  package static func brief(_ text: some StringProtocol, limit: Int) -> String {
    // Whatever is escaped gets longer, so twice the limit is always enough to look at.
    let start = escape(text.prefix(limit * 2))
    return start.count <= limit && text.utf8.count <= limit * 8 ? start : start.prefix(limit - 1) + "…"
  }

  /// Escaped but for line breaks and tabs: for whole texts that go to a terminal.
  package static func escapeLines(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" { result.unicodeScalars.append(scalar) } else { append(scalar, to: &result) }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{1B}": result += "\\e"
    case let scalar where isHarmful(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL, C1
    case 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true  // invisible, bidirectional
    case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true  // annotations, tags
    default: false
    }
  }
}
