/// Finds where a name may stand as a token. It is faster than the lexer and does not know comments and strings: it finds the name there,
/// too, but never overlooks a token.
package struct NameFinder {
  private let text: SourceText
  private let name: [UInt8]
  private let classes = CharacterClass.table

  package init(_ name: [UInt8], in text: SourceText) {
    self.name = name
    self.text = text
  }

  /// Where the name begins in `range`, in order.
  package func places(in range: Range<Int>) -> [Int] {
    Self.occurrences(of: name, in: text, range: range).filter(mayBegin)
  }

  /// Where `bytes` stand in `range`, in order. Eight places at a time: the first byte and the last one must be there.
  package static func occurrences(of bytes: [UInt8], in text: SourceText, range: Range<Int>) -> [Int] {
    guard let first = bytes.first, let last = bytes.last else { return [] }
    var result: [Int] = []
    var offset = range.lowerBound
    // What is read behind the text's end is its padding.
    while offset + bytes.count <= range.upperBound {
      let start = UnsafePointer(text.base + offset)
      var mask = ByteWord(at: start).matches(first) & ByteWord(at: start + bytes.count - 1).matches(last)
      while mask != 0 {
        let place = offset + ByteWord.bytesBeforeFirst(of: mask)
        mask &= mask - 1
        if place + bytes.count <= range.upperBound, text[place..<place + bytes.count].elementsEqual(bytes) {
          result.append(place)
        }
      }
      offset += ByteWord.count
    }
    return result
  }

  private func mayBegin(_ place: Int) -> Bool {
    guard !text.base[place + name.count].isA(.identifierPart, classes) else { return false }
    var start = place
    while start > 0, text.base[start - 1].isA(.identifierPart, classes) { start -= 1 }
    // A name may follow a number without anything between them, and an escaped letter may be part of a name.
    return start == place || text.base[start].isA(.digit, classes) || text.base[max(0, start - 1)] == UInt8(ascii: "\\")
  }
}
