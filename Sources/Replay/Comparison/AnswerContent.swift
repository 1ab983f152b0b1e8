package import JSONRPC

/// What an answer says, ready to be compared: parts that came as `$/progress` are put together with it.
package enum AnswerContent: Sendable, Equatable {
  case result(JSONValue)
  case failure(code: Int?, message: String)
  /// The body is not JSON that could be read.
  case unreadable(String)

  /// - Parameters:
  ///   - body: the answer, a JSON-RPC response.
  ///   - parts: the values of the partial results that came before it, in order.
  package init(body: [UInt8], parts: [JSONValue] = []) {
    do {
      let envelope = try Envelope(scanning: body)
      if let error = envelope.error {
        let value = try JSONValue(parsing: body[error])
        if !value.isNull {
          self = .failure(code: value["code"]?.integer, message: value["message"]?.string ?? "")
          return
        }
      }
      let result = try envelope.result.map { range throws(JSONError) in try JSONValue(parsing: body[range]) }
      self = .result(parts.isEmpty ? result ?? .null : PartialResults.joined(parts + [result ?? .null]))
    } catch {
      self = .unreadable("\(error)")
    }
  }
}

/// Partial results: the whole is the concatenation of its parts (LSP 3.17, "Partial Result Progress").
package enum PartialResults {
  package static func joined(_ parts: [JSONValue]) -> JSONValue { parts.reduce(.null, join) }

  private static func join(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    switch (first, second) {
    case (_, .null): first
    case (.null, _): second
    case (.array(let old), .array(let new)): .array(old + new)
    case (.object(let old), .object(let new)): .object(join(old, new))
    default: second
    }
  }

  private static func join(_ first: [JSONMember], _ second: [JSONMember]) -> [JSONMember] {
    var result = first
    for member in second {
      if let index = result.firstIndex(where: { $0.key == member.key }) {
        result[index].value = join(result[index].value, member.value)
      } else {
        result.append(member)
      }
    }
    return result
  }
}
