/// A position as the protocol gives it: both numbers count from 0.
package struct Position: Hashable, Sendable, CustomStringConvertible {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package var description: String { "\(line):\(character)" }
}

package struct PositionRange: Hashable, Sendable, CustomStringConvertible {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  package var description: String { "\(start)-\(end)" }
}

/// A document's text, as bytes, with an index of its lines that edits keep up to date.
///
/// Lines end at `\n`, `\r\n` or `\r` (LSP 3.17, "Text Documents"). The bytes should be UTF-8; where they are not, each
/// stray byte counts as one character.
package struct DocumentText: Sendable, Equatable {
  package private(set) var bytes: [UInt8]
  /// The offset at which each line begins; the first is 0.
  private(set) var lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [0] + Self.lineStarts(in: bytes, from: 1, through: bytes.count)
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var lineCount: Int { lineStarts.count }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Replaces a range of bytes.
  package mutating func replace(_ range: Range<Int>, with inserted: [UInt8]) {
    let delta = inserted.count - range.count
    bytes.replaceSubrange(range, with: inserted)
    // Whether a line starts at an offset depends on the bytes on both sides of it, so only the offsets from the
    // edit's start to its end can have changed; those behind it move.
    let first = max(firstLine(startingAtOrAfter: range.lowerBound), 1)
    let behind = firstLine(startingAtOrAfter: range.upperBound + 1)
    if delta != 0 { shiftLines(from: behind, by: delta) }
    let fresh = Self.lineStarts(in: bytes, from: range.lowerBound, through: range.lowerBound + inserted.count)
    lineStarts.replaceSubrange(first..<max(first, behind), with: fresh)
  }

  private mutating func shiftLines(from line: Int, by delta: Int) {
    lineStarts.withUnsafeMutableBufferPointer { starts in
      for index in line..<max(line, starts.count) { starts[index] += delta }
    }
  }

  /// The index of the first line that starts at `offset` or behind it; ``lineCount`` when there is none.
  private func firstLine(startingAtOrAfter offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lineStarts(in bytes: [UInt8], from first: Int, through last: Int) -> [Int] {
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var offset = max(first, 1)
      while offset <= last {
        let before = bytes[offset - 1]
        let splitsPair = offset < bytes.count && bytes[offset] == UInt8(ascii: "\n")
        if before == UInt8(ascii: "\n") || (before == UInt8(ascii: "\r") && !splitsPair) { found.append(offset) }
        offset += 1
      }
    }
    return found
  }

  /// The bytes of a line without what ends it.
  package func content(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line]
    guard line + 1 < lineStarts.count else { return start..<bytes.count }
    var end = lineStarts[line + 1] - 1
    if end > start, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
