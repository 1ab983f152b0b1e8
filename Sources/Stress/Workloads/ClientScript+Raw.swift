package import JSONRPC

// Messages as somebody else has put them together, legal or not. They do not change what the script knows of its documents.
extension ClientScript {
  package mutating func sendRaw(_ message: JSONValue) { write(body: message.serialized()) }

  package mutating func sendRaw(body: [UInt8], head: [UInt8]? = nil, tail: [UInt8]? = nil) {
    write(body: body, head: head, tail: tail)
  }

  /// Forgets a document that the server still has open: raw messages change it from here on.
  package mutating func abandon(_ path: String) {
    documents.removeValue(forKey: path)
    openPaths.removeAll { $0 == path }
  }

  /// A request with an id of its own; its parameters may be anything.
  mutating func rawRequest(_ method: String, _ params: JSONValue?) -> JSONValue {
    rawMessage([JSONMember("id", makeID().json), JSONMember("method", .string(method))], params)
  }

  /// A message that no answer is expected to; in query-engine-v2 it is one without an id.
  func rawNotification(_ method: String, _ params: JSONValue?) -> JSONValue {
    rawMessage([JSONMember("method", .string(method))], params)
  }

  func rawMessage(_ members: [JSONMember], _ params: JSONValue?) -> JSONValue {
    let version = framing == .contentLength ? [JSONMember("jsonrpc", "2.0")] : []
    return .object(version + members + (params.map { [JSONMember("params", $0)] } ?? []))
  }
}
