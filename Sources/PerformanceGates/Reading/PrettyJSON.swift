package import JSONRPC

/// JSON for files that people read and change: two spaces a level, short values on one line.
package enum PrettyJSON {
  private static let lineLength = 100

  package static func text(_ value: JSONValue) -> String { render(value, indent: "", used: 0) + "\n" }

  private static func render(_ value: JSONValue, indent: String, used: Int) -> String {
    let short = oneLine(value)
    if indent.count + used + short.count <= lineLength, !indent.isEmpty || value.object == nil { return short }
    let inner = indent + "  "
    switch value {
    case .array(let elements) where !elements.isEmpty:
      // Numbers fill their lines: thousands of samples, one to a line, are no reading.
      if elements.allSatisfy({ $0.array == nil && $0.object == nil && $0.string == nil }) { return short }
      let lines = elements.map { inner + render($0, indent: inner, used: 0) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { member in
        let key = text(key: member.key)
        return inner + key + ": " + render(member.value, indent: inner, used: key.count + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    default: return short
    }
  }

  private static func oneLine(_ value: JSONValue) -> String {
    switch value {
    case .array(let elements): "[" + elements.map(oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ " + members.map { text(key: $0.key) + ": " + oneLine($0.value) }.joined(separator: ", ") + " }"
    default: String(decoding: value.serialized(), as: UTF8.self)
    }
  }

  private static func text(key: String) -> String {
    String(decoding: JSONValue.string(key).serialized(), as: UTF8.self)
  }
}

extension JSONValue {
  /// A number as short as it can be written; null when it is none.
  package static func number(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    return value == value.rounded() && abs(value) < 1e15 ? .number(String(Int(value))) : .number(String(value))
  }

  package static func number(_ value: Int) -> JSONValue { .number(String(value)) }

  /// An object without the members that are null.
  package static func compact(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.filter { !$0.1.isNull }.map { JSONMember($0.0, $0.1) })
  }
}
