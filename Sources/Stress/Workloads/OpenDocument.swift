import JSONRPC
package import Transcript

/// A document that a script has open: what it says, and where in it something stands.
struct OpenDocument: Sendable {
  var uri: String
  var languageID: String
  var version: Int
  var text: DocumentText
  /// They move with the text; those that an edit touches are gone.
  var places: [SamplePlace]

  mutating func replace(_ range: Range<Int>, with inserted: [UInt8]) {
    text.replace(range, with: inserted)
    SamplePlace.move(&places, range, inserted.count)
  }
}

extension SamplePlace {
  /// Moves the places of a text in which bytes were replaced.
  static func move(_ places: inout [SamplePlace], _ replaced: Range<Int>, _ inserted: Int) {
    let delta = inserted - replaced.count
    places.removeAll { place in
      replaced.isEmpty
        ? place.offset < replaced.lowerBound && replaced.lowerBound < place.range.upperBound
        : place.range.isEmpty ? replaced.contains(place.offset) : place.range.overlaps(replaced)
    }
    for index in places.indices where places[index].offset >= replaced.upperBound { places[index].offset += delta }
  }
}

extension DocumentText {
  /// The line that an offset is in.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if content(ofLine: middle).lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The position of an offset between two characters, which is not within a line's end.
  package func position(at offset: Int, in encoding: PositionEncoding) -> Position {
    let line = line(at: offset)
    let start = content(ofLine: line).lowerBound
    let before = bytes[start..<offset]
    let character =
      switch encoding {
      case .utf8: before.count
      case .utf16: before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
      case .utf32: before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      }
    return Position(line: line, character: character)
  }

  /// The last offset up to this one that is between two characters and not within a line's end.
  package func boundary(atOrBefore offset: Int) -> Int { Self.boundary(in: bytes, atOrBefore: offset) }

  static func boundary(in bytes: [UInt8], atOrBefore offset: Int) -> Int {
    var offset = max(0, min(offset, bytes.count))
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    if offset > 0, offset < bytes.count, bytes[offset] == 0x0A, bytes[offset - 1] == 0x0D { offset -= 1 }
    return offset
  }
}

extension DocumentText {
  /// The same replacement, with ends that positions can name: there is none between `\r` and `\n`.
  func expressible(_ replacement: Replacement) -> Replacement {
    var result = replacement
    if isWithinLineEnd(replacement.range.lowerBound) {
      result = Replacement((result.range.lowerBound - 1)..<result.range.upperBound, "\r" + result.text)
    }
    if isWithinLineEnd(replacement.range.upperBound) {
      result = Replacement(result.range.lowerBound..<(result.range.upperBound + 1), result.text + "\n")
    }
    return result
  }

  private func isWithinLineEnd(_ offset: Int) -> Bool {
    offset > 0 && offset < bytes.count && bytes[offset] == 0x0A && bytes[offset - 1] == 0x0D
  }
}

extension Position {
  var json: JSONValue { ["line": .number(String(line)), "character": .number(String(character))] }
}
