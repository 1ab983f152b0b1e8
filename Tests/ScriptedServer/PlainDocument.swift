import JSONRPC

/// A document of the plain server, in UTF-16.
struct PlainDocument {
  struct Word {
    var line: Int
    var column: Int
    var length: Int
    var text: String
  }

  var version: Int
  private(set) var units: [UInt16]

  init(version: Int, text: String) {
    self.version = version
    units = Array(text.utf16)
  }

  var text: String { String(decoding: units, as: UTF16.self) }

  /// Where lines are, without their ends.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, index) = (0, 0)
    while index < units.count {
      let unit = units[index]
      guard unit == 0x0A || unit == 0x0D else {
        index += 1
        continue
      }
      lines.append(start..<index)
      index += unit == 0x0D && index + 1 < units.count && units[index + 1] == 0x0A ? 2 : 1
      start = index
    }
    return lines + [start..<units.count]
  }

  /// One of the `contentChanges` of a `didChange`.
  mutating func apply(_ change: JSONValue) {
    let inserted = Array((change["text"]?.string ?? "").utf16)
    guard let range = change["range"] else { return units = inserted }
    let lines = lines
    func offset(_ position: JSONValue?) -> Int {
      guard let line = position?["line"]?.integer, lines.indices.contains(line) else { return units.count }
      return min(lines[line].lowerBound + (position?["character"]?.integer ?? 0), lines[line].upperBound)
    }
    let start = offset(range["start"])
    units.replaceSubrange(start..<max(start, offset(range["end"])), with: inserted)
  }

  /// What stands between spaces. Columns and lengths are in bytes if that is wanted, which is wrong.
  func words(inBytes: Bool) -> [Word] {
    var words: [Word] = []
    for (number, line) in lines.enumerated() {
      let parts = units[line].split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
      for part in parts {
        let before = units[line.lowerBound..<part.startIndex]
        func size(_ part: ArraySlice<UInt16>) -> Int {
          inBytes ? String(decoding: part, as: UTF16.self).utf8.count : part.count
        }
        words.append(
          Word(
            line: number, column: size(before), length: size(part), text: String(decoding: part, as: UTF16.self)))
      }
    }
    return words
  }
}
