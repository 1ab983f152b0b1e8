/// A JSON value that keeps what models usually lose: the order of members, duplicate keys and how numbers were written.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One member of a JSON object.
package struct JSONMember: Equatable, Sendable {
  package var key: String
  package var value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

// MARK: - Reading

extension JSONValue {
  /// Parses a whole JSON text.
  package init(
    parsing bytes: some Collection<UInt8>, maximumDepth: Int = JSONScanner.defaultMaximumDepth
  ) throws(JSONError) {
    let outcome: Result<JSONValue, JSONError>? = bytes.withContiguousStorageIfAvailable {
      Self.parse($0, maximumDepth: maximumDepth)
    }
    self = try (outcome ?? Array(bytes).withUnsafeBufferPointer { Self.parse($0, maximumDepth: maximumDepth) }).get()
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int
  ) -> Result<JSONValue, JSONError> {
    Result { () throws(JSONError) in
      var scanner = JSONScanner(bytes, maximumDepth: maximumDepth)
      let value = try scanner.readValue(depth: 0, maximumDepth: maximumDepth)
      try scanner.expectEnd()
      return value
    }
  }
}

extension JSONScanner {
  /// Reads one value. Recursion is bounded by `maximumDepth`.
  package mutating func readValue(depth: Int, maximumDepth: Int) throws(JSONError) -> JSONValue {
    skipWhitespace()
    guard let first = peek() else { throw failure(.unexpectedEnd) }
    switch first {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"):
      guard depth < maximumDepth else { throw failure(.tooDeep(maximumDepth)) }
      var members: [JSONMember] = []
      members.reserveCapacity(4)
      try forEachMember { (scanner, key) throws(JSONError) in
        let name = try scanner.string(at: key)
        members.append(JSONMember(name, try scanner.readValue(depth: depth + 1, maximumDepth: maximumDepth)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      guard depth < maximumDepth else { throw failure(.tooDeep(maximumDepth)) }
      var elements: [JSONValue] = []
      try forEachElement { (scanner) throws(JSONError) in
        elements.append(try scanner.readValue(depth: depth + 1, maximumDepth: maximumDepth))
      }
      return .array(elements)
    default:
      let range = try skipValue()
      switch first {
      case UInt8(ascii: "t"): return .bool(true)
      case UInt8(ascii: "f"): return .bool(false)
      case UInt8(ascii: "n"): return .null
      default: return .number(String(decoding: bytes[range], as: UTF8.self))
      }
    }
  }

  /// Reads a string's value.
  package mutating func readString() throws(JSONError) -> String {
    let range = try skipString()
    return try string(at: range)
  }

  /// The value of the string that stands at `range`, quotes included. Lone surrogates become U+FFFD.
  package func string(at range: Range<Int>) throws(JSONError) -> String {
    let inner = UnsafeBufferPointer(rebasing: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)])
    let value: String?
    switch TextClass(of: inner) {
    // Nothing can be wrong with these, and that is known to the library without looking at each character by itself.
    case .plain: value = String(decoding: inner, as: UTF8.self)
    case .beyondASCII: value = Self.text(inner)
    case .escaped: value = JSONText.unescape(inner).withUnsafeBufferPointer { Self.text($0) }
    }
    guard let value else { throw JSONError(reason: .notUTF8, offset: range.lowerBound) }
    return value
  }

  /// Nil when it is not UTF-8. As `String(validating:)`, which the library has for any kind of bytes only, and so is slow.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var text = String(decoding: bytes, as: UTF8.self)
    // What is wrong was mended, and so is not what it was.
    return text.withUTF8 { $0.elementsEqual(bytes) } ? text : nil
  }

  private enum TextClass {
    /// ASCII without escapes.
    case plain
    case beyondASCII
    case escaped

    init(of text: UnsafeBufferPointer<UInt8>) {
      var seen: UInt8 = 0
      for byte in text {
        if byte == UInt8(ascii: "\\") {
          self = .escaped
          return
        }
        seen |= byte
      }
      self = seen < 0x80 ? .plain : .beyondASCII
    }
  }

  /// Whether the string at `range` (quotes included) is `name`, which has no escapes.
  package func isString(at range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount + 2 else { return false }
    for index in 0..<name.utf8CodeUnitCount where bytes[range.lowerBound + 1 + index] != name.utf8Start[index] {
      return false
    }
    return true
  }
}

// MARK: - Looking inside

extension JSONValue {
  /// The value of the first member with this key.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var integer: Int? {
    if case .number(let raw) = self { Int(raw) } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var isNull: Bool { self == .null }
}

// MARK: - Writing

extension JSONValue {
  /// The value as JSON text without white space.
  package func serialized() -> [UInt8] {
    var text = JSONText()
    text.append(self)
    return text.bytes
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
  package init(nilLiteral: ()) { self = .null }
}
