import JSONRPC

/// A message as it came, or why it is none.
enum IncomingMessage {
  case request(RequestID, method: String, Parameters)
  case notification(method: String, Parameters)
  case response(RequestID, isError: Bool, result: JSONValue)
  case refused(ErrorCode, RequestID?, String)

  /// The parameters of a message.
  struct Parameters {
    /// Nil when there are none.
    var value: JSONValue?
    /// A string in them has half of a surrogate pair, which was read as U+FFFD.
    var hasLoneSurrogate = false
  }

  /// Deeper values are refused.
  static let maximumDepth = 128

  init(_ body: [UInt8]) {
    self = body.withUnsafeBufferPointer { Self.read($0) }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> IncomingMessage {
    var parts = MessageParts()
    do throws(JSONError) {
      guard try MessageParts.isObject(bytes) else {
        return .refused(.invalidRequest, nil, "a message is one JSON object; batches are not taken")
      }
      try parts.scan(bytes)
      return try read(parts, bytes)
    } catch {
      return .refused(.parseError, parts.salvagedID, "not JSON that can be read: \(error)")
    }
  }

  private static func read(
    _ parts: MessageParts, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> IncomingMessage {
    switch (parts.id, parts.method) {
    case (.unusable, _): return .refused(.invalidRequest, nil, "an id is an integer or a string")
    case (_, .unusable): return .refused(.invalidRequest, parts.id.usable, "a method is a string")
    case (.usable(let id), .usable(let method)):
      return .request(id, method: method, try parameters(parts.params, bytes))
    case (.absent, .usable(let method)):
      return .notification(method: method, try parameters(parts.params, bytes))
    case (let id, .absent):
      guard let value = parts.result ?? parts.error else {
        return .refused(.invalidRequest, id.usable, "neither a method nor a result nor an error")
      }
      // A response to nobody can only be dropped.
      guard let id = id.usable else { return .response(.other("null"), isError: true, result: .null) }
      return .response(id, isError: parts.result == nil, result: try self.value(at: value, bytes))
    }
  }

  private static func parameters(
    _ range: Range<Int>?, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> Parameters {
    guard let range else { return Parameters(value: nil) }
    return Parameters(
      value: try value(at: range, bytes),
      hasLoneSurrogate: JSONScanner.hasLoneSurrogate(UnsafeBufferPointer(rebasing: bytes[range])))
  }

  private static func value(
    at range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> JSONValue {
    var scanner = JSONScanner(bytes, range: range, maximumDepth: maximumDepth)
    return try scanner.readValue(depth: 0, maximumDepth: maximumDepth)
  }
}

/// What stands in a message's outermost object. What was found before the text turned out to be broken is kept.
private struct MessageParts {
  enum Part<Value> {
    case absent
    case unusable
    case usable(Value)

    var usable: Value? {
      if case .usable(let value) = self { value } else { nil }
    }
  }

  var id = Part<RequestID>.absent
  var method = Part<String>.absent
  var params: Range<Int>?
  var result: Range<Int>?
  var error: Range<Int>?

  /// The id to answer a broken message with. Not that of a response: it would be taken for an answer to a request of the same id.
  var salvagedID: RequestID? { result == nil && error == nil ? id.usable : nil }

  /// False for other values, as long as they are JSON.
  static func isObject(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Bool {
    var scanner = JSONScanner(bytes, maximumDepth: .max)
    scanner.skipWhitespace()
    if scanner.peek() == UInt8(ascii: "{") { return true }
    _ = try scanner.skipValue()
    try scanner.expectEnd()
    return false
  }

  /// Containers are skipped without recursion, so that the id behind an absurdly nested value is found.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(bytes, maximumDepth: .max)
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let value = try scanner.skipValue(depth: 1)
      if scanner.isString(at: key, "id") {
        id = try Self.id(at: value, scanner)
      } else if scanner.isString(at: key, "method") {
        let isString = scanner.bytes[value.lowerBound] == UInt8(ascii: "\"")
        method = isString ? .usable(try scanner.string(at: value)) : .unusable
      } else if scanner.isString(at: key, "params") {
        params = value
      } else if scanner.isString(at: key, "result") {
        result = value
      } else if scanner.isString(at: key, "error") {
        error = value
      }
    }
    try scanner.expectEnd()
  }

  private static func id(at range: Range<Int>, _ scanner: JSONScanner) throws(JSONError) -> Part<RequestID> {
    let raw = scanner.bytes[range]
    // A value is never empty.
    switch raw[raw.startIndex] {
    case UInt8(ascii: "\""): return .usable(.string(try scanner.string(at: range)))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let text = String(decoding: raw, as: UTF8.self)
      return .usable(Int64(text).map { .integer($0) } ?? .other(text))
    default: return .unusable
    }
  }
}
