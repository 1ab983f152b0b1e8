/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case unexpectedEnd
    case expected(UInt8)
    case badValue
    case badEscape
    case controlCharacter
    case trailingBytes
    case tooDeep(Int)
    case notUTF8
  }

  package var reason: Reason
  /// The byte offset in the text that was scanned.
  package var offset: Int

  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    let what =
      switch reason {
      case .unexpectedEnd: "the JSON text ends too early"
      case .expected(let byte): "expected '\(Character(UnicodeScalar(byte)))'"
      case .badValue: "not a JSON value"
      case .badEscape: "not a valid escape in a string"
      case .controlCharacter: "a control character within a string"
      case .trailingBytes: "more text after the value"
      case .tooDeep(let limit): "nested deeper than \(limit) levels"
      case .notUTF8: "not valid UTF-8"
      }
    return "\(what) at byte \(offset)"
  }
}
