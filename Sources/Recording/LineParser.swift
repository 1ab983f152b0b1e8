import FoundationEssentials
import JSONRPC

/// One line of a recording, its members found but its content not yet resolved.
struct ParsedLine {
  var type = ""
  /// Of a keyframe.
  var number: Int?
  var time: Int64?
  /// Microseconds since the record before.
  var delay: Int64?
  var content: ContentForm?
  /// All members but those above.
  var members: [JSONMember] = []

  subscript(key: String) -> JSONValue? { members.last { $0.key == key }?.value }
}

/// Parses lines. Content is taken from the line's own bytes.
enum LineParser {
  static func parse(_ line: [UInt8]) throws(JSONError) -> ParsedLine {
    let outcome: Result<ParsedLine, JSONError> = line.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONError) in try parse(bytes) }
    }
    return try outcome.get()
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> ParsedLine {
    var scanner = JSONScanner(bytes)
    var parsed = ParsedLine()
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let name = try scanner.string(at: key)
      switch name {
      case "type": parsed.type = try scanner.readString()
      case "n": parsed.number = try scanner.readInteger()
      case "at": parsed.time = Int64(try scanner.readInteger())
      case "after": parsed.delay = Int64(try scanner.readInteger())
      case "body": parsed.content = .body(Array(bytes[try scanner.skipValue(depth: 1)]))
      case "text": parsed.content = .text(try scanner.readBytes())
      case "base64": parsed.content = .base64(try scanner.readBase64())
      case "same": parsed.content = .same(try scanner.readInteger())
      case "edit": parsed.content = .edit(try scanner.readEdit())
      default:
        let value = try scanner.readValue(depth: 1, maximumDepth: Format.maximumDepth)
        parsed.members.append(JSONMember(name, value))
      }
    }
    try scanner.expectEnd()
    return parsed
  }
}

extension JSONScanner {
  fileprivate mutating func readInteger() throws(JSONError) -> Int {
    let range = try skipValue()
    // 2^53: what every JSON program can hold.
    guard let value = Int(String(decoding: bytes[range], as: UTF8.self)), abs(value) <= 1 << 53 else {
      throw JSONError(reason: .badValue, offset: range.lowerBound)
    }
    return value
  }

  /// The bytes that a string's characters have in UTF-8.
  fileprivate mutating func readBytes() throws(JSONError) -> [UInt8] {
    let range = try skipString()
    return JSONText.unescape(UnsafeBufferPointer(rebasing: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]))
  }

  fileprivate mutating func readBase64() throws(JSONError) -> [UInt8] {
    let start = position
    guard let data = Data(base64Encoded: Data(try readBytes())) else {
      throw JSONError(reason: .badValue, offset: start)
    }
    return Array(data)
  }

  fileprivate mutating func readEdit() throws(JSONError) -> Edit {
    var edit = Edit()
    try forEachMember { (scanner, key) throws(JSONError) in
      switch try scanner.string(at: key) {
      case "base": edit.base = try scanner.readColumn()
      case "copy": edit.copy = try scanner.readColumn()
      case "skip": edit.skip = try scanner.readColumn()
      case "plus": edit.plus = try scanner.readColumn()
      case "add":
        try scanner.forEachElement { (scanner) throws(JSONError) in edit.add.append(try scanner.readBytes()) }
      default: _ = try scanner.skipValue(depth: 2)
      }
    }
    return edit
  }

  private mutating func readColumn() throws(JSONError) -> [Int] {
    var column: [Int] = []
    try forEachElement { (scanner) throws(JSONError) in column.append(try scanner.readInteger()) }
    return column
  }
}
