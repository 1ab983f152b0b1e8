/// Where lines end: after \n, after \r\n, and after an \r that no \n follows (LSP 3.17, "Text Documents").
enum LineEndings {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Appends the starts of the lines whose endings have their last byte in `range`.
  ///
  /// Whether an \r at the end of the range ends a line depends on the byte after the range, which is therefore read.
  static func appendLineStarts(after range: Range<Int>, in text: SourceText, to starts: inout [UInt32]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var endings = mask(at: text.base + offset)
      let left = range.upperBound - offset
      if left < ByteWord.count { endings &= (1 << UInt64(left * 8)) - 1 }
      while endings != 0 {
        starts.append(UInt32(truncatingIfNeeded: offset + ByteWord.bytesBeforeFirst(of: endings) + 1))
        endings &= endings - 1
      }
      offset += ByteWord.count
    }
  }

  /// The mask of those of the eight bytes at `pointer` that are the last byte of a line's ending.
  @inline(__always)
  private static func mask(at pointer: UnsafePointer<UInt8>) -> UInt64 {
    let word = ByteWord(at: pointer)
    let lineFeeds = word.matches(lineFeed)
    let returns = word.matches(carriageReturn)
    guard returns != 0 else { return lineFeeds }
    let followed = lineFeeds >> 8 | (pointer[ByteWord.count] == lineFeed ? 1 << 63 : 0)
    return lineFeeds | (returns & ~followed)
  }

  /// Where the content of the line in `range`, which includes its ending if it has one, ends.
  static func contentEnd(ofLineIn range: Range<Int>, of text: SourceText) -> Int {
    var end = range.upperBound
    guard end > range.lowerBound else { return end }
    switch text.base[end - 1] {
    case lineFeed:
      end -= 1
      if end > range.lowerBound, text.base[end - 1] == carriageReturn { end -= 1 }
    case carriageReturn:
      end -= 1
    default:
      break
    }
    return end
  }
}
