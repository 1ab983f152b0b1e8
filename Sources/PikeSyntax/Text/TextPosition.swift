/// The encoding whose code units columns are counted in (LSP's `PositionEncodingKind`).
package enum PositionEncoding: Sendable, CaseIterable {
  case utf8, utf16, utf32
}

/// A place in a text as an editor names it: line and column, both counted from 0, the column in code units of an encoding
/// that was agreed on.
package struct TextPosition: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (one: TextPosition, other: TextPosition) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

extension LineIndex {
  /// The position of `offset`, from 0 up to the length of `text`, which is the text of this index.
  ///
  /// An offset in the middle of a code point has the position of the code point. The one between an \r and its \n has the
  /// position before the \r: LSP has no position inside a line's ending. Each invalid byte is one unit (see `CodePoint`).
  package func position(at offset: Int, in text: SourceText, encoding: PositionEncoding) -> TextPosition {
    let line = line(at: offset)
    let content = range(ofLine: line, in: text)
    let end = text.codePointStart(at: min(offset, content.upperBound))
    let column = ColumnCounter(text).width(of: content.lowerBound..<end, in: encoding)
    return TextPosition(line: line, column: column)
  }

  /// The offset of `position` in `text`, which is the text of this index.
  ///
  /// Any position has one, for positions come from outside. As LSP has it, a column beyond the line's end is the line's
  /// end, before its ending. Where LSP is silent: a line beyond the last is the text's end, a column in the middle of a
  /// code point is the code point's beginning, a negative line is the text's beginning, a negative column its line's.
  package func offset(of position: TextPosition, in text: SourceText, encoding: PositionEncoding) -> Int {
    checkText(text)
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return text.count }
    let content = range(ofLine: position.line, in: text)
    guard position.column > 0 else { return content.lowerBound }
    return ColumnCounter(text).offset(of: position.column, in: content, encoding)
  }
}
