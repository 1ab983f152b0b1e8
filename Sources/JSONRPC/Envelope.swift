/// What a message's outermost object says, found without building values.
package struct Envelope: Sendable, Equatable {
  package var id: RequestID?
  package var method: String?
  /// Where the values stand in the body.
  package var params: Range<Int>?
  package var result: Range<Int>?
  package var error: Range<Int>?

  package enum Kind: Sendable, Equatable {
    case request(id: RequestID, method: String)
    case notification(method: String)
    /// The id is missing or `null` when the sender could not tell which request it answers.
    case response(id: RequestID?)
    /// Neither: no method, no result, no error.
    case other
  }

  package var kind: Kind {
    switch (method, id) {
    case (let method?, let id?): .request(id: id, method: method)
    case (let method?, nil): .notification(method: method)
    case (nil, let id): result != nil || error != nil ? .response(id: id) : .other
    }
  }

  /// Says nothing.
  package init() {}

  /// Scans `body`. Of duplicate keys the last one counts, as with most JSON parsers.
  /// - Throws: ``JSONError`` when the body is not one JSON object.
  package init(scanning body: [UInt8]) throws(JSONError) {
    let outcome: Result<Envelope, JSONError> = body.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONError) in try Envelope(scanning: bytes) }
    }
    self = try outcome.get()
  }

  private init(scanning bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    var found = (id: RequestID?.none, method: String?.none)
    var ranges = (params: Range<Int>?.none, result: Range<Int>?.none, error: Range<Int>?.none)
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      let value = try scanner.skipValue(depth: 1)
      if scanner.isString(at: key, "id") {
        found.id = try Self.requestID(at: value, in: bytes)
      } else if scanner.isString(at: key, "method") {
        found.method = bytes[value.lowerBound] == UInt8(ascii: "\"") ? try scanner.string(at: value) : nil
      } else if scanner.isString(at: key, "params") {
        ranges.params = value
      } else if scanner.isString(at: key, "result") {
        ranges.result = value
      } else if scanner.isString(at: key, "error") {
        ranges.error = value
      }
    }
    try scanner.expectEnd()
    (id, method) = found
    (params, result, error) = ranges
  }

  private static func requestID(
    at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> RequestID? {
    let raw = bytes[range]
    switch raw.first {
    case UInt8(ascii: "\""): return .string(try JSONScanner(bytes).string(at: range))
    case UInt8(ascii: "n"): return nil
    default:
      let text = String(decoding: raw, as: UTF8.self)
      return Int64(text).map { .integer($0) } ?? .other(text)
    }
  }
}
