import JSONRPC

/// A JSON value that knows the line it stands on, for messages to those who wrote it.
package struct LocatedValue: Sendable {
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([LocatedValue])
    case object([Member])
  }

  package struct Member: Sendable {
    package var key: String
    package var line: Int
    package var value: LocatedValue
  }

  package var content: Content
  package var line: Int

  /// Such files are nested no deeper than this by far.
  private static let maximumDepth = 32

  package init(content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// Parses a whole JSON text.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let outcome: Result<LocatedValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in
        var parser = LocatedParser(JSONScanner(buffer, maximumDepth: Self.maximumDepth))
        return try parser.document()
      }
    }
    switch outcome {
    case .success(let value): self = value
    case .failure(let error):
      let line = 1 + bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
      throw ReadingProblems([
        ReadingProblem(line: line, place: "", what: "\(error)", remedy: "write JSON as RFC 8259 has it")
      ])
    }
  }

  /// What it is, for messages.
  package var kind: String {
    switch content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let raw): raw
    case .string(let value): "\"\(value.prefix(60))\""
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// The scanner's way through a text, with the lines that it passed.
private struct LocatedParser {
  private var scanner: JSONScanner
  private var line = 1
  private var counted = 0

  init(_ scanner: JSONScanner) { self.scanner = scanner }

  mutating func document() throws(JSONError) -> LocatedValue {
    let value = try self.value(depth: 0)
    try scanner.expectEnd()
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> LocatedValue {
    scanner.skipWhitespace()
    let line = lineHere()
    guard let first = scanner.peek() else { throw scanner.failure(.unexpectedEnd) }
    // A deeper container is left to the scanner, which refuses it.
    switch first {
    case UInt8(ascii: "{"): return LocatedValue(content: .object(try members(depth: depth)), line: line)
    case UInt8(ascii: "["): return LocatedValue(content: .array(try elements(depth: depth)), line: line)
    case UInt8(ascii: "\""): return LocatedValue(content: .string(try scanner.readString()), line: line)
    default:
      let range = try scanner.skipValue(depth: depth)
      switch first {
      case UInt8(ascii: "t"): return LocatedValue(content: .bool(true), line: line)
      case UInt8(ascii: "f"): return LocatedValue(content: .bool(false), line: line)
      case UInt8(ascii: "n"): return LocatedValue(content: .null, line: line)
      default:
        return LocatedValue(content: .number(String(decoding: scanner.bytes[range], as: UTF8.self)), line: line)
      }
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [LocatedValue.Member] {
    guard depth < 32 else { throw scanner.failure(.tooDeep(32)) }
    var members: [LocatedValue.Member] = []
    try scanner.expect(UInt8(ascii: "{"))
    if scanner.skip(UInt8(ascii: "}")) { return [] }
    repeat {
      scanner.skipWhitespace()
      let line = lineHere()
      let key = try scanner.readString()
      try scanner.expect(UInt8(ascii: ":"))
      members.append(LocatedValue.Member(key: key, line: line, value: try value(depth: depth + 1)))
    } while scanner.skip(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"))
    return members
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [LocatedValue] {
    guard depth < 32 else { throw scanner.failure(.tooDeep(32)) }
    var elements: [LocatedValue] = []
    try scanner.expect(UInt8(ascii: "["))
    if scanner.skip(UInt8(ascii: "]")) { return [] }
    repeat { elements.append(try value(depth: depth + 1)) } while scanner.skip(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
    return elements
  }

  private mutating func lineHere() -> Int {
    while counted < scanner.position {
      if scanner.bytes[counted] == UInt8(ascii: "\n") { line += 1 }
      counted += 1
    }
    return line
  }
}
