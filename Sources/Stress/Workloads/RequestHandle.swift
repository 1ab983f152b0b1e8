package import JSONRPC

/// A request that a script has made, to wait for it, cancel it, or use what it is answered with.
package struct RequestHandle: Sendable, Equatable {
  package var id: RequestID
  package var method: String
  /// What is cancelled: the id itself in LSP, the `requestId` of a query in query-engine-v2. Nil for what cannot be cancelled.
  package var cancelledBy: JSONValue?
  /// Where in the `result` the feature's own answer begins.
  var payload: [JSONValue] = []

  /// A value of the live answer's `result`, put in before the message that holds it is sent. If there is none, that message is passed
  /// over.
  package func value(at path: JSONValue...) -> JSONValue {
    ["$from": id.json, "at": .array(path)]
  }

  /// A value of the feature's own answer, whichever the protocol.
  package func answer(at path: JSONValue...) -> JSONValue {
    ["$from": id.json, "at": .array(payload + path)]
  }
}

extension RequestID {
  package var json: JSONValue {
    switch self {
    case .integer(let value): .number(String(value))
    case .string(let value): .string(value)
    case .other(let raw): .number(raw)
    }
  }
}

/// Which state a query of query-engine-v2 is about. LSP knows only the latest.
package enum SnapshotChoice: Sendable, Equatable {
  case latest
  /// The one that the answer to this mutation names.
  case made(by: RequestHandle)
  case named(String)
}
