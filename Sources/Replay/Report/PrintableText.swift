/// Bytes of others, made fit for a terminal: control characters are escaped, what is not UTF-8 becomes U+FFFD.
package enum PrintableText {
  package static func escaped(_ bytes: ArraySlice<UInt8>) -> String { escaped(String(decoding: bytes, as: UTF8.self)) }

  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "    "
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where isControl(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// C0 and C1 controls, and the characters that turn the direction of a line around.
  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
