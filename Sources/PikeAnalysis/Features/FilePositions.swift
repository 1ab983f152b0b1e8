import PikeSyntax

/// Offsets of one state of a file as positions in the encoding that was asked for, and back. Whatever comes in is clamped.
struct FilePositions: Sendable {
  let text: SourceText
  let lines: LineIndex
  let encoding: PositionEncoding

  init(text: SourceText, lines: LineIndex, encoding: PositionEncoding) {
    self.text = text
    self.lines = lines
    self.encoding = encoding
  }

  init(_ file: SourceFile, encoding: PositionEncoding) {
    self.init(text: file.text, lines: file.lines, encoding: encoding)
  }

  func offset(of position: TextPosition) -> Int { lines.offset(of: position, in: text, encoding: encoding) }

  func position(at offset: Int) -> TextPosition {
    lines.position(at: min(max(offset, 0), text.count), in: text, encoding: encoding)
  }

  func range(_ range: Range<Int>) -> Range<TextPosition> {
    let start = position(at: range.lowerBound)
    return start..<max(start, position(at: range.upperBound))
  }

  func line(at offset: Int) -> Int { lines.line(at: min(max(offset, 0), text.count)) }
}
