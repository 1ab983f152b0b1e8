package import JSONRPC
package import Recording

/// A request, told apart from all others by the record that holds it (ids may be used again after an answer).
package struct Request: Hashable, Sendable {
  package var record: Int
  package var time: Int64
  /// Who asked.
  package var from: Party
  package var id: RequestID
  package var method: String
}

/// A message with what it means in the conversation.
package struct Message: Sendable {
  package enum Role: Equatable, Sendable {
    case request(Request)
    case notification(method: String)
    /// `to` is nil when no request with this id was in flight.
    case answer(id: RequestID?, to: Request?)
    /// A JSON object that is neither.
    case other
    /// Not a JSON object.
    case malformed(JSONError)
  }

  package var record: Int
  package var time: Int64
  package var from: Party
  package var body: [UInt8]
  package var envelope: Envelope
  package var role: Role

  /// The method of a request or notification, or of the request that this answers.
  package var method: String? {
    switch role {
    case .request(let request): request.method
    case .notification(let method): method
    case .answer(_, let request): request?.method
    case .other, .malformed: nil
    }
  }

  package var params: JSONView? { envelope.params.map { JSONView(body, $0) } }
  package var result: JSONView? { envelope.result.map { JSONView(body, $0) } }
  package var error: JSONView? { envelope.error.map { JSONView(body, $0) } }
}

/// What an answer says.
package enum Outcome: Equatable, Sendable {
  case result
  case failure(code: Int?, message: String)

  /// Codes of LSP 3.17, "ErrorCodes", that say that a request was given up.
  package static let requestCancelled = -32800
  package static let contentModified = -32801
  package static let serverCancelled = -32802
  /// A request that was right and could not be answered.
  package static let requestFailed = -32803

  package var code: Int? {
    if case .failure(let code, _) = self { code } else { nil }
  }
}

/// A request with what became of it.
package struct Exchange: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    package var record: Int
    package var time: Int64
    package var outcome: Outcome
    package var result: JSONView?
    package var error: JSONView?
    /// Of a mutation of query-engine-v2.
    package var acknowledgement: EngineAcknowledgement?
    /// Of a query of query-engine-v2.
    package var reply: EngineReply?
  }

  package struct Cancel: Equatable, Sendable {
    package var record: Int
    package var time: Int64
  }

  package var request: Request
  package var params: JSONView?
  /// What an `engine_query` of query-engine-v2 asks.
  package var query: EngineQuery?
  package var answer: Answer?
  /// The first `$/cancelRequest` or `engine_cancel_request` for it.
  package var cancel: Cancel?
  /// Records of the `$/progress` notifications that carried parts of the result.
  package var partialResults: [Int] = []

  /// Microseconds from the request to its answer.
  package var latency: Int64? { answer.map { $0.time - request.time } }
}
