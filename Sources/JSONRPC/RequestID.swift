/// The id of a request, with its type kept: `1` and `"1"` are two ids.
///
/// Source: JSON-RPC 2.0, section 4, and LSP 3.17, "Request Message" (integer or string).
package enum RequestID: Hashable, Sendable {
  case integer(Int64)
  /// The string's value, unescaped.
  case string(String)
  /// Anything else that stood there (`null`, `1.5`, an integer beyond 64 bits), as written.
  case other(String)
}

extension RequestID: CustomStringConvertible {
  /// The id as it is written in JSON.
  package var description: String {
    switch self {
    case .integer(let value): String(value)
    case .string(let value): String(decoding: JSONValue.string(value).serialized(), as: UTF8.self)
    case .other(let raw): raw
    }
  }
}

extension RequestID {
  /// Whether it is neither an integer nor a string, as ids must be.
  package var isOther: Bool { if case .other = self { true } else { false } }
}
