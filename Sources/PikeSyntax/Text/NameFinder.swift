/// Finds where a name may stand as a token. It is faster than the lexer and does not know comments and strings: it finds the name there,
/// too, but never overlooks a token.
struct NameFinder {
  private let text: SourceText
  private let name: [UInt8]
  private let classes = CharacterClass.table

  init(_ name: [UInt8], in text: SourceText) {
    self.name = name
    self.text = text
  }

  /// Where the name begins in `range`, in order. Eight places at a time: its first byte and its last one must be there.
  func places(in range: Range<Int>) -> [Int] {
    guard let first = name.first, let last = name.last else { return [] }
    var result: [Int] = []
    var offset = range.lowerBound
    // What is read behind the text's end is its padding.
    while offset + name.count <= range.upperBound {
      let start = UnsafePointer(text.base + offset)
      var mask = ByteWord(at: start).matches(first) & ByteWord(at: start + name.count - 1).matches(last)
      while mask != 0 {
        let place = offset + ByteWord.bytesBeforeFirst(of: mask)
        mask &= mask - 1
        if place + name.count <= range.upperBound, mayBegin(at: place) { result.append(place) }
      }
      offset += ByteWord.count
    }
    return result
  }

  private func mayBegin(at place: Int) -> Bool {
    for index in name.indices where text.base[place + index] != name[index] { return false }
    guard !text.base[place + name.count].isA(.identifierPart, classes) else { return false }
    var start = place
    while start > 0, text.base[start - 1].isA(.identifierPart, classes) { start -= 1 }
    // A name may follow a number without anything between them, and an escaped letter may be part of a name.
    return start == place || text.base[start].isA(.digit, classes) || text.base[max(0, start - 1)] == UInt8(ascii: "\\")
  }
}
