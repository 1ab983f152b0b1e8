/// Turns bytes of a line into columns and back, in time linear in the bytes that are passed; eight at a time while they
/// are ASCII, whose width is one in every encoding.
struct ColumnCounter {
  private let text: SourceText

  init(_ text: SourceText) { self.text = text }

  /// The width of `range`, which begins and ends between code points, in code units.
  func width(of range: Range<Int>, in encoding: PositionEncoding) -> Int {
    guard encoding != .utf8 else { return range.count }
    var width = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let ascii = asciiBytes(from: offset, atMost: range.upperBound - offset)
      width += ascii
      offset += ascii
      if offset < range.upperBound, text.base[offset] >= 0x80 {
        let codePoint = CodePoint(at: text.base + offset)
        width += codePoint.width(in: encoding)
        offset += codePoint.length
      }
    }
    return width
  }

  /// The offset that is `column`, more than 0, code units into `line`, a line without its ending; the line's end when it
  /// has fewer.
  func offset(of column: Int, in line: Range<Int>, _ encoding: PositionEncoding) -> Int {
    guard encoding != .utf8 else { return text.codePointStart(at: line.lowerBound + min(column, line.count)) }
    var left = column
    var offset = line.lowerBound
    while left > 0, offset < line.upperBound {
      let ascii = asciiBytes(from: offset, atMost: min(left, line.upperBound - offset))
      left -= ascii
      offset += ascii
      if left > 0, offset < line.upperBound, text.base[offset] >= 0x80 {
        let codePoint = CodePoint(at: text.base + offset)
        left -= codePoint.width(in: encoding)
        guard left >= 0 else { return offset }
        offset += codePoint.length
      }
    }
    return offset
  }

  /// How many of the eight bytes from `offset` on come before the first that is not ASCII, and are within `limit`.
  @inline(__always)
  private func asciiBytes(from offset: Int, atMost limit: Int) -> Int {
    min(ByteWord.bytesBeforeFirst(of: ByteWord(at: text.base + offset).nonASCII), limit)
  }
}
