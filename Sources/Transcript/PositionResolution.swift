/// Why a position did not say exactly where in the text it is.
package enum PositionIssue: String, Sendable {
  /// A negative line or column: taken as 0.
  case negative
  /// A line behind the last one: taken as the end of the text.
  case lineBeyondEnd
  /// A column behind the line's end: taken as the line's end, as LSP prescribes.
  case columnBeyondLine
  /// A column within a character: taken as the character's start.
  case insideCharacter
}

extension DocumentText {
  /// The byte offset of a position, clamped into the text.
  package func offset(of position: Position, in encoding: PositionEncoding) -> (offset: Int, issue: PositionIssue?) {
    guard position.line >= 0 else { return (0, .negative) }
    guard position.line < lineCount else { return (bytes.count, .lineBeyondEnd) }
    let line = content(ofLine: position.line)
    guard position.character >= 0 else { return (line.lowerBound, .negative) }
    return bytes.withUnsafeBufferPointer { Self.column(position.character, of: line, in: $0, encoding) }
  }

  private static func column(
    _ column: Int, of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ encoding: PositionEncoding
  ) -> (offset: Int, issue: PositionIssue?) {
    var offset = line.lowerBound
    var units = 0
    while units < column, offset < line.upperBound {
      let length = characterLength(at: offset, end: line.upperBound, in: bytes)
      let width =
        switch encoding {
        case .utf8: length
        case .utf16: length == 4 ? 2 : 1
        case .utf32: 1
        }
      units += width
      if units > column { return (offset, .insideCharacter) }
      offset += length
    }
    return (offset, units < column ? .columnBeyondLine : nil)
  }

  /// How many bytes the character at `offset` has; 1 where the bytes are not UTF-8.
  private static func characterLength(at offset: Int, end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let length =
      switch bytes[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1, offset + length <= end else { return 1 }
    for index in (offset + 1)..<(offset + length) where bytes[index] & 0xC0 != 0x80 { return 1 }
    return length
  }
}
