import PikeSyntax
import TestSupport
import Testing

struct TextPositionTests {
  /// Columns are in the order utf8, utf16, utf32.
  @Test(arguments: [
    ("", 0, 0, [0, 0, 0]), ("abc", 2, 0, [2, 2, 2]), ("abc\ndef", 7, 1, [3, 3, 3]), ("é€😀x", 2, 0, [2, 1, 1]),
    ("é€😀x", 5, 0, [5, 2, 2]), ("é€😀x", 9, 0, [9, 4, 3]), ("é€😀x", 10, 0, [10, 5, 4]),
    ("a\r\n😀", 7, 1, [4, 2, 1]), ("12345678é", 10, 0, [10, 9, 9]),
  ])
  func positionsCountCodeUnits(text: String, offset: Int, line: Int, columns: [Int]) {
    let text = SourceText(text)
    let index = LineIndex(text)
    for (encoding, column) in zip(PositionEncoding.allCases, columns) {
      let position = TextPosition(line: line, column: column)
      #expect(index.position(at: offset, in: text, encoding: encoding) == position, "\(encoding)")
      #expect(index.offset(of: position, in: text, encoding: encoding) == offset, "\(encoding)")
    }
  }

  @Test(arguments: [
    // Beyond the line, beyond the text, before it.
    (0, 3, 2), (0, .max, 2), (1, 99, 4), (3, 2, 8), (4, 0, 8), (.max, .max, 8), (-1, 5, 0), (1, -1, 4), (.min, .min, 0),
  ])
  func positionsOutsideTheTextAreClamped(line: Int, column: Int, offset: Int) {
    let text = SourceText("ab\r\n\rc\nd")
    let position = TextPosition(line: line, column: column)
    for encoding in PositionEncoding.allCases {
      #expect(LineIndex(text).offset(of: position, in: text, encoding: encoding) == offset, "\(encoding)")
    }
  }

  @Test(arguments: [
    (PositionEncoding.utf8, [0, 1, 1, 1, 1, 5, 6, 6]), (.utf16, [0, 1, 1, 5, 6, 6]), (.utf32, [0, 1, 5, 6, 6]),
  ])
  func aColumnInsideACodePointGoesToItsBeginning(encoding: PositionEncoding, offsets: [Int]) {
    let text = SourceText("a😀b\n")
    let index = LineIndex(text)
    let found = offsets.indices.map {
      index.offset(of: TextPosition(line: 0, column: $0), in: text, encoding: encoding)
    }
    #expect(found == offsets)
  }

  @Test func anOffsetInsideALinesEndingHasThePositionBeforeIt() {
    let text = SourceText("ab\r\nc")
    for encoding in PositionEncoding.allCases {
      let position = LineIndex(text).position(at: 3, in: text, encoding: encoding)
      #expect(position == TextPosition(line: 0, column: 2))
    }
  }

  @Test(arguments: PositionEncoding.allCases)
  func eachByteOfABrokenSequenceIsOneUnit(encoding: PositionEncoding) {
    let bytes: [UInt8] = [0xF0, 0x9F, 0x98, 0x0A, 0xED, 0xA0, 0x80, 0xC0, 0x80, 0xF4, 0x90, 0x80, 0x80]
    let text = SourceText(bytes)
    let index = LineIndex(text)
    let positions = (0...bytes.count).map { index.position(at: $0, in: text, encoding: encoding) }
    let expected = (0...3).map { TextPosition(line: 0, column: $0) } + (0...9).map { TextPosition(line: 1, column: $0) }
    #expect(positions == expected)
    #expect(positions.map { index.offset(of: $0, in: text, encoding: encoding) } == Array(0...bytes.count))
  }

  @Test func positionsAreOrderedByLineThenColumn() {
    let ascending = [(0, 0), (0, 5), (1, 0), (1, 2), (2, 1)].map(TextPosition.init(line:column:))
    #expect(ascending.reversed().sorted() == ascending)
  }

  @Test func aLongLineIsOneLineLikeAnyOther() {
    let unit = Array("0123456789é€😀".utf8)
    let text = SourceText(Array(repeatElement(unit, count: 20_000).joined()))
    let index = LineIndex(text)
    for (encoding, width) in zip(PositionEncoding.allCases, [19, 14, 13]) {
      let end = TextPosition(line: 0, column: 20_000 * width)
      #expect(index.position(at: text.count, in: text, encoding: encoding) == end)
      #expect(index.offset(of: end, in: text, encoding: encoding) == text.count)
    }
  }
}

/// Positions of every offset, and offsets of every position, of random texts, against `NaiveText`.
struct TextPositionPropertyTests {
  @Test(arguments: UInt64(1)...200)
  func positionsAndOffsetsAreAsTheNaiveOnes(seed: UInt64) {
    var texts = HardTexts(seed: seed)
    let bytes = texts.bytes(fragments: 30)
    for encoding in PositionEncoding.allCases {
      let check = PositionCheck(bytes, encoding)
      for line in check.naive.lines.indices { check.check(line: line) }
    }
  }
}

private struct PositionCheck {
  let naive: NaiveText
  let text: SourceText
  let index: LineIndex
  let encoding: PositionEncoding

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    naive = NaiveText(bytes)
    text = SourceText(bytes)
    index = LineIndex(text)
    self.encoding = encoding
  }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    switch encoding {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }

  func check(line: Int) {
    let places = naive.places(inLine: line, width: width)
    for (place, next) in zip(places, places.dropFirst()) {
      checkPosition(of: place.offset..<next.offset, line: line, column: place.column)
      checkOffset(of: place.column..<next.column, line: line, offset: place.offset)
    }
    // Every place in the ending has the position of the line's end, and every column from there on means it.
    let (end, column) = places[places.count - 1]
    let next = naive.lines[line].next
    checkPosition(of: end..<max(next, end + 1), line: line, column: column)
    checkOffset(of: column..<(column + 12), line: line, offset: end)
  }

  private func checkPosition(of offsets: Range<Int>, line: Int, column: Int) {
    for offset in offsets where offset <= text.count {
      let found = index.position(at: offset, in: text, encoding: encoding)
      #expect(
        found == TextPosition(line: line, column: column),
        "the position of offset \(offset) of \(text.bytes) in \(encoding)")
    }
  }

  private func checkOffset(of columns: Range<Int>, line: Int, offset: Int) {
    for column in columns {
      let found = index.offset(of: TextPosition(line: line, column: column), in: text, encoding: encoding)
      #expect(found == offset, "the offset of \(line):\(column) of \(text.bytes) in \(encoding)")
    }
  }
}
