import JSONRPC

extension JSONValue {
  /// Its text, cut where that is too long for a message.
  var brief: String {
    let text = String(decoding: serialized(), as: UTF8.self)
    return text.count > 120 ? text.prefix(117) + "..." : text
  }
}
