import JSONRPC
import Transcript

/// A range that stands somewhere in a message.
struct FoundRange {
  /// Where the URI of its document stands in the message; nil for the document that the message is about.
  var uri: Range<Int>?
  var range: PositionRange
}

/// Finds the ranges in an answer or in diagnostics, with the documents that they are in, in one pass.
///
/// It knows the shapes of LSP 3.17, which query-engine-v2 has in common: an object with `start` and `end` is a range, and a
/// `uri`, a `targetUri` or a `textDocument` says for all ranges within the same object where they are.
struct RangeWalk {
  /// More nesting than this is passed over.
  private static let maximumDepth = 48

  private(set) var ranges: [FoundRange] = []
  /// More ranges than these are passed over.
  private let maximum: Int
  private var depth = 0

  private init(maximum: Int) { self.maximum = maximum }

  static func ranges(in view: JSONView, maximum: Int) -> [FoundRange] {
    var walk = RangeWalk(maximum: maximum)
    view.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, range: view.range)
      try? walk.value(&scanner)
    }
    return walk.ranges
  }

  private mutating func value(_ scanner: inout JSONScanner) throws(JSONError) {
    scanner.skipWhitespace()
    guard ranges.count < maximum, depth < Self.maximumDepth else {
      _ = try scanner.skipValue()
      return
    }
    depth += 1
    switch scanner.peek() {
    case UInt8(ascii: "{"): try object(&scanner)
    case UInt8(ascii: "["): try scanner.forEachElement { (scanner) throws(JSONError) in try value(&scanner) }
    default: _ = try scanner.skipValue()
    }
    depth -= 1
  }

  // MARK: Objects

  /// What an object says of itself.
  private struct Parts {
    var uri: Range<Int>?
    var start: Position?
    var end: Position?
    var startLine: Int?
    var endLine: Int?
    var startCharacter: Int?
    var endCharacter: Int?

    var range: PositionRange? {
      if let start, let end { return PositionRange(start: start, end: end) }
      guard let startLine, let endLine else { return nil }
      return PositionRange(
        start: Position(line: startLine, character: startCharacter ?? 0),
        end: Position(line: endLine, character: endCharacter ?? 0))
    }
  }

  private mutating func object(_ scanner: inout JSONScanner) throws(JSONError) {
    let first = ranges.count
    var parts = Parts()
    var origins: [FoundRange] = []
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      try member(&scanner, key, &parts, &origins)
    }
    if let range = parts.range { ranges.append(FoundRange(range: range)) }
    if let uri = parts.uri {
      for index in first..<ranges.count where ranges[index].uri == nil { ranges[index].uri = uri }
    }
    ranges += origins
  }

  private mutating func member(
    _ scanner: inout JSONScanner, _ key: Range<Int>, _ parts: inout Parts, _ origins: inout [FoundRange]
  ) throws(JSONError) {
    let first = scanner.peek()
    switch key.count - 2 {
    case 3 where scanner.isString(at: key, "uri"), 9 where scanner.isString(at: key, "targetUri"):
      let value = try scanner.skipValue()
      if first == UInt8(ascii: "\"") { parts.uri = value }
    case 5 where scanner.isString(at: key, "start"): parts.start = try Self.position(&scanner)
    case 3 where scanner.isString(at: key, "end"): parts.end = try Self.position(&scanner)
    case 9 where scanner.isString(at: key, "startLine"): parts.startLine = try Self.integer(&scanner)
    case 7 where scanner.isString(at: key, "endLine"): parts.endLine = try Self.integer(&scanner)
    case 14 where scanner.isString(at: key, "startCharacter"): parts.startCharacter = try Self.integer(&scanner)
    case 12 where scanner.isString(at: key, "endCharacter"): parts.endCharacter = try Self.integer(&scanner)
    case 12 where scanner.isString(at: key, "textDocument"): parts.uri = try Self.uri(&scanner)
    case 20 where scanner.isString(at: key, "originSelectionRange"):
      let before = ranges.count
      try value(&scanner)
      origins += ranges[before...]
      ranges.removeSubrange(before...)
    case 7 where scanner.isString(at: key, "changes"): try changes(&scanner)
    case _ where Self.isOpaque(scanner, key): _ = try scanner.skipValue()
    default: try value(&scanner)
    }
  }

  /// The edits of a `WorkspaceEdit`, whose keys are URIs.
  private mutating func changes(_ scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.peek() == UInt8(ascii: "{") else { return try value(&scanner) }
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let first = ranges.count
      try value(&scanner)
      for index in first..<ranges.count { ranges[index].uri = key }
    }
  }

  /// What is a server's own, or text, or ranges in a document that is not said beside them.
  private static func isOpaque(_ scanner: JSONScanner, _ key: Range<Int>) -> Bool {
    switch key.count - 2 {
    case 4: scanner.isString(at: key, "data")
    case 7: scanner.isString(at: key, "command")
    case 9: scanner.isString(at: key, "arguments")
    case 10: scanner.isString(at: key, "fromRanges")
    case 8: scanner.isString(at: key, "contents")
    case 13: scanner.isString(at: key, "documentation")
    default: false
    }
  }

  // MARK: Parts

  private static func position(_ scanner: inout JSONScanner) throws(JSONError) -> Position? {
    guard scanner.peek() == UInt8(ascii: "{") else {
      _ = try scanner.skipValue()
      return nil
    }
    var line: Int?
    var character: Int?
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let number = try integer(&scanner)
      if scanner.isString(at: key, "line") { line = number }
      if scanner.isString(at: key, "character") { character = number }
    }
    guard let line, let character else { return nil }
    return Position(line: line, character: character)
  }

  private static func integer(_ scanner: inout JSONScanner) throws(JSONError) -> Int? {
    let range = try scanner.skipValue()
    return Int(digits: scanner.bytes[range])
  }

  private static func uri(_ scanner: inout JSONScanner) throws(JSONError) -> Range<Int>? {
    var uri: Range<Int>?
    guard scanner.peek() == UInt8(ascii: "{") else {
      _ = try scanner.skipValue()
      return nil
    }
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let value = try scanner.skipValue()
      if scanner.isString(at: key, "uri"), scanner.bytes[value.lowerBound] == UInt8(ascii: "\"") { uri = value }
    }
    return uri
  }
}

extension Int {
  /// Nil for anything but digits, with a sign or without.
  init?(digits: some Collection<UInt8>) {
    guard digits.count < 18, let first = digits.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var value = 0
    for digit in digits.dropFirst(isNegative ? 1 : 0) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    self = isNegative ? -value : value
  }
}
