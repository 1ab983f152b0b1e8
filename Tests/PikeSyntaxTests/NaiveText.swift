import TestSupport

/// Lines and positions of a text found the slow way: byte by byte, with the standard library as the judge of UTF-8.
struct NaiveText {
  let bytes: [UInt8]
  /// The content of each line, and where the next one begins.
  private(set) var lines: [(content: Range<Int>, next: Int)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let pair = bytes[offset...].starts(with: [0x0D, 0x0A])
      guard pair || bytes[offset] == 0x0A || bytes[offset] == 0x0D else {
        offset += 1
        continue
      }
      let next = offset + (pair ? 2 : 1)
      lines.append((start..<offset, next))
      (start, offset) = (next, next)
    }
    lines.append((start..<bytes.count, bytes.count))
  }

  var lineStarts: [Int] { [0] + lines.dropLast().map(\.next) }

  /// The length of the code point at `offset` and its only scalar; (1, nil) when none begins there.
  func codePoint(at offset: Int) -> (length: Int, scalar: Unicode.Scalar?) {
    for length in 1...4 where offset + length <= bytes.count {
      if let string = String(validating: bytes[offset..<(offset + length)], as: UTF8.self),
        string.unicodeScalars.count == 1
      {
        return (length, string.unicodeScalars.first)
      }
    }
    return (1, nil)
  }

  /// Every place in `line` between code points, its ends included, with the number of code units before it.
  func places(inLine line: Int, width: (Unicode.Scalar) -> Int) -> [(offset: Int, column: Int)] {
    var place = (offset: lines[line].content.lowerBound, column: 0)
    var places = [place]
    while place.offset < lines[line].content.upperBound {
      let (length, scalar) = codePoint(at: place.offset)
      place.offset += length
      place.column += scalar.map(width) ?? 1
      places.append(place)
    }
    return places
  }
}

/// Texts in which what is hard to get right is frequent: line endings, code points of every length, broken sequences.
struct HardTexts {
  private var generator: SeededGenerator

  private static let fragments: [[UInt8]] = [
    [0x0D], [0x0A], [0x0D, 0x0A], [0x0D], [0x0A], Array("a".utf8), Array("line of text".utf8), [0x00], [0x0B],
    [0x8A, 0x8D],
    Array("é".utf8), Array("€".utf8), Array("😀".utf8), Array("\u{10FFFF}".utf8), Array("\u{2028}".utf8),
    [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3], [0x80], [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80],
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func bytes(fragments limit: Int) -> [UInt8] {
    (0..<Int.random(in: 0...limit, using: &generator)).flatMap { _ in Self.fragments.randomElement(using: &generator)! }
  }

  /// A range of `count` bytes or of what may be beyond them, mostly short; any byte may be its beginning or end.
  mutating func range(in count: Int) -> Range<Int> {
    let start = Int.random(in: 0...(count + 1), using: &generator)
    let length = Int.random(in: 0...(Bool.random(using: &generator) ? 2 : count + 2), using: &generator)
    return start..<(start + length)
  }
}
