/// Where the lines of one version of a text begin.
///
/// A text has one line more than it has line endings (see `LineEndings`); the last one may be empty. An index answers
/// for the text that it was made or updated for, and for no other. Texts are shorter than 4 GiB.
package struct LineIndex: Sendable, Equatable {
  /// In ascending order; the first is 0.
  private var starts: [UInt32]
  private var textLength: Int

  package init(_ text: SourceText) {
    Self.checkLength(text.count)
    textLength = text.count
    starts = [0]
    // Lines of program text have about 32 bytes; a text of one line must not reserve in proportion to its length.
    starts.reserveCapacity(1 + min(text.count / 32, 1 << 16))
    LineEndings.appendLineStarts(after: 0..<text.count, in: text, to: &starts)
  }

  /// The index of `newText`, which is this index's text after `edit`.
  package func applying(_ edit: TextEdit, to newText: SourceText) -> LineIndex {
    var result = self
    result.apply(edit, to: newText)
    return result
  }

  /// Makes this the index of `newText`, which is its text after `edit`.
  ///
  /// Whether a line begins at an offset depends on the bytes before and after that offset, and on no others. Hence what
  /// is looked at is the replacement and one byte on either side of it (which is how an \r\n that the edit splits or
  /// joins is noticed); the starts before stay, those after are shifted.
  package mutating func apply(_ edit: TextEdit, to newText: SourceText) {
    let range = edit.range.clamped(to: 0..<textLength)
    let delta = edit.replacement.count - range.count
    precondition(
      newText.count == textLength + delta,
      "a text of \(textLength) bytes becomes one of \(textLength + delta) by this edit, not of \(newText.count)")
    Self.checkLength(newText.count)

    let firstDamaged = max(1, firstLine(startingAfter: range.lowerBound - 1))
    let firstKept = firstLine(startingAfter: range.upperBound)
    var found: [UInt32] = []
    let scanned = max(0, range.lowerBound - 1)..<(range.lowerBound + edit.replacement.count)
    LineEndings.appendLineStarts(after: scanned, in: newText, to: &found)

    shift(from: firstKept, by: delta)
    starts.replaceSubrange(firstDamaged..<firstKept, with: found)
    textLength = newText.count
  }

  package var lineCount: Int { starts.count }

  /// The number of the line that `offset`, from 0 up to the text's length, lies on, counted from 0.
  ///
  /// Each byte of a line's ending lies on the line that it ends.
  package func line(at offset: Int) -> Int {
    precondition(offset >= 0 && offset <= textLength, "offset \(offset) is outside a text of \(textLength) bytes")
    return firstLine(startingAfter: offset) - 1
  }

  /// The offset of the first byte of `line`.
  package func start(ofLine line: Int) -> Int {
    precondition(line >= 0 && line < lineCount, "line \(line) is outside a text of \(lineCount) lines")
    return Int(starts[line])
  }

  /// The bytes of `line` without its ending; `text` is the text of this index.
  package func range(ofLine line: Int, in text: SourceText) -> Range<Int> {
    checkText(text)
    let start = start(ofLine: line)
    let next = line + 1 < lineCount ? Int(starts[line + 1]) : textLength
    return start..<LineEndings.contentEnd(ofLineIn: start..<next, of: text)
  }

  /// An index of one text used with another would read beyond the other's end.
  func checkText(_ text: SourceText) {
    precondition(text.count == textLength, "an index of \(textLength) bytes is asked about a text of \(text.count)")
  }

  private static func checkLength(_ length: Int) {
    precondition(length < Int(UInt32.max), "a text of \(length) bytes is too long for an index of its lines")
  }

  /// The number of the first line that begins after `offset`; the count of lines when none does.
  private func firstLine(startingAfter offset: Int) -> Int {
    starts.firstIndex(behind: { Int($0) > offset })
  }

  private mutating func shift(from line: Int, by delta: Int) {
    // Typing over a selection of the same length must not copy an index that is shared.
    guard delta != 0, line < starts.count else { return }
    let amount = UInt32(truncatingIfNeeded: delta)
    starts.withUnsafeMutableBufferPointer { starts in
      for line in line..<starts.count { starts[line] &+= amount }
    }
  }
}
