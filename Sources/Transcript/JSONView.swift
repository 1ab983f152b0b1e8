package import JSONRPC

/// A value within a JSON text, looked into without building it.
package struct JSONView: Sendable {
  package let bytes: [UInt8]
  package let range: Range<Int>

  /// `range` must hold one valid JSON value, as the ranges of an ``Envelope`` do.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The value as it is written.
  package var raw: ArraySlice<UInt8> { bytes[range] }

  package var isNull: Bool { bytes[range.lowerBound] == UInt8(ascii: "n") }
  package var isString: Bool { bytes[range.lowerBound] == UInt8(ascii: "\"") }
  package var isObject: Bool { bytes[range.lowerBound] == UInt8(ascii: "{") }
  package var isArray: Bool { bytes[range.lowerBound] == UInt8(ascii: "[") }

  /// The member of this name; of duplicates the last one, as in an ``Envelope``.
  package subscript(key: StaticString) -> JSONView? {
    var found: Range<Int>?
    forEachMember { scanner, name, value in
      if scanner.isString(at: name, key) { found = value }
    }
    return found.map { JSONView(bytes, $0) }
  }

  /// Several members, found in one pass.
  package func members(_ keys: StaticString...) -> [JSONView?] {
    var found = [JSONView?](repeating: nil, count: keys.count)
    forEachMember { scanner, key, value in
      for (index, name) in keys.enumerated() where scanner.isString(at: key, name) {
        found[index] = JSONView(bytes, value)
      }
    }
    return found
  }

  /// All members, in order; empty when this is no object.
  package var members: [(key: String, value: JSONView)] {
    var found: [(key: String, value: JSONView)] = []
    forEachMember { scanner, key, value in
      found.append(((try? scanner.string(at: key)) ?? "\u{FFFD}", JSONView(bytes, value)))
    }
    return found
  }

  /// All elements, in order; empty when this is no array.
  package var elements: [JSONView] {
    var found: [JSONView] = []
    forEachElement { found.append(JSONView(bytes, $0)) }
    return found
  }

  /// How many elements an array has.
  package var elementCount: Int {
    var count = 0
    forEachElement { _ in count += 1 }
    return count
  }

  package var string: String? {
    guard isString else { return nil }
    return bytes.withUnsafeBufferPointer { try? JSONScanner($0).string(at: range) }
  }

  /// The UTF-8 bytes of a string's value, whatever they are.
  package var utf8: [UInt8]? {
    guard isString else { return nil }
    return bytes.withUnsafeBufferPointer { all in
      let inner = UnsafeBufferPointer(rebasing: all[(range.lowerBound + 1)..<(range.upperBound - 1)])
      return inner.contains(UInt8(ascii: "\\")) ? JSONText.unescape(inner) : Array(inner)
    }
  }

  package var integer: Int? {
    guard range.count <= 20 else { return nil }
    return Int(String(decoding: raw, as: UTF8.self))
  }

  /// A request id or a progress token; nil when this is neither string nor integer.
  package var requestID: RequestID? {
    if let string { return .string(string) }
    return integer.map { .integer(Int64($0)) }
  }

  package var value: JSONValue? { try? JSONValue(parsing: raw) }

  private func forEachMember(_ body: (JSONScanner, Range<Int>, Range<Int>) -> Void) {
    guard isObject else { return }
    bytes.withUnsafeBufferPointer { all in
      var scanner = JSONScanner(all, range: range)
      try? scanner.forEachMember { (scanner, key) throws(JSONError) in
        let value = try scanner.skipValue()
        body(scanner, key, value)
      }
    }
  }

  private func forEachElement(_ body: (Range<Int>) -> Void) {
    guard isArray else { return }
    bytes.withUnsafeBufferPointer { all in
      var scanner = JSONScanner(all, range: range)
      try? scanner.forEachElement { (scanner) throws(JSONError) in body(try scanner.skipValue()) }
    }
  }
}

extension JSONView: Equatable {
  /// Whether both are written in the same way.
  package static func == (one: JSONView, other: JSONView) -> Bool { one.raw == other.raw }
}

extension JSONView {
  /// Whether a string escapes half of a surrogate pair, which no UTF-8 text can hold (it reads as U+FFFD).
  package var hasLoneSurrogate: Bool {
    guard isString else { return false }
    var index = range.lowerBound
    while index + 5 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let unit = codeUnit(at: index), (0xD800..<0xE000).contains(unit) else {
        index += 2
        continue
      }
      let pairs = unit < 0xDC00 && codeUnit(at: index + 6).map { (0xDC00..<0xE000).contains($0) } == true
      guard pairs else { return true }
      index += 12
    }
    return false
  }

  /// The code unit of a `\uXXXX` at `index`.
  private func codeUnit(at index: Int) -> Int? {
    guard index + 6 <= range.upperBound, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return bytes[(index + 2)..<(index + 6)].reduce(Int?.some(0)) { value, byte in
      guard let value, let digit = byte.hexadecimalValue else { return nil }
      return value << 4 | Int(digit)
    }
  }
}
