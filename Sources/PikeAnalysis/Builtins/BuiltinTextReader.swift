/// Reads the lines of the generated tables: `name kind type`, `name kind! type`, `# path`, `= path other`. Lines that are none of these are
/// left out; nothing traps.
enum BuiltinTextReader {
  /// Where the members of each path stand, and which paths are others by another name.
  struct Index: Sendable {
    var sections: [String: Section] = [:]
    var aliases: [String: String] = [:]
  }

  struct Section: Sendable {
    let text: Int
    let bytes: Range<Int>
  }

  static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    // A literal of more than one scalar is stored as UTF-8 for as long as the program runs.
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  static func index(of texts: [StaticString]) -> Index {
    var index = Index()
    for (number, text) in texts.enumerated() {
      let bytes = bytes(of: text)
      var open: (path: String, start: Int)?
      func close(at end: Int) {
        guard let section = open else { return }
        index.sections[section.path] = Section(text: number, bytes: section.start..<end)
        open = nil
      }
      forEachLine(of: bytes, in: 0..<bytes.count) { line in
        guard line.count > 2, bytes[line.lowerBound + 1] == space else { return }
        let rest = line.lowerBound + 2..<line.upperBound
        switch bytes[line.lowerBound] {
        case UInt8(ascii: "#"):
          close(at: line.lowerBound)
          open = (string(bytes, rest), line.upperBound + 1)
        case UInt8(ascii: "="):
          close(at: line.lowerBound)
          guard let gap = firstSpace(bytes, rest) else { return }
          index.aliases[string(bytes, rest.lowerBound..<gap)] = string(bytes, gap + 1..<rest.upperBound)
        default: return
        }
      }
      close(at: bytes.count)
    }
    return index
  }

  static func symbols(
    of text: StaticString, in range: Range<Int>? = nil, summary: (String) -> String? = { _ in nil }
  ) -> [BuiltinSymbol] {
    let bytes = bytes(of: text)
    var symbols: [BuiltinSymbol] = []
    forEachLine(of: bytes, in: range ?? 0..<bytes.count) { line in
      guard let symbol = symbol(bytes, line, summary: summary) else { return }
      symbols.append(symbol)
    }
    return symbols
  }

  private static let space = UInt8(ascii: " ")

  private static func symbol(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, summary: (String) -> String?
  ) -> BuiltinSymbol? {
    guard let gap = firstSpace(bytes, line), gap > line.lowerBound, gap + 1 < line.upperBound,
      let kind = kind(bytes[gap + 1] | 0x20)
    else { return nil }
    var rest = gap + 2..<line.upperBound
    let isDeprecated = rest.first.map { bytes[$0] == UInt8(ascii: "!") } ?? false
    if isDeprecated { rest = rest.dropFirst() }
    guard rest.isEmpty || bytes[rest.lowerBound] == space else { return nil }
    let name = string(bytes, line.lowerBound..<gap)
    return BuiltinSymbol(
      name: name, kind: kind, type: string(bytes, min(rest.lowerBound + 1, rest.upperBound)..<rest.upperBound),
      isProtected: bytes[gap + 1] & 0x20 == 0, isDeprecated: isDeprecated, summary: summary(name))
  }

  private static func kind(_ letter: UInt8) -> BuiltinKind? {
    switch letter {
    case UInt8(ascii: "f"): .function
    case UInt8(ascii: "c"): .class
    case UInt8(ascii: "m"): .module
    case UInt8(ascii: "k"): .constant
    case UInt8(ascii: "v"): .variable
    case UInt8(ascii: "t"): .type
    default: nil
    }
  }

  private static func forEachLine(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start { body(start..<end) }
      start = end + 1
    }
  }

  private static func firstSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    range.first { bytes[$0] == space }
  }

  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
