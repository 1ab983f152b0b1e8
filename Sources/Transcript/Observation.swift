package import JSONRPC
package import Recording

/// Something that a record told about the conversation.
package struct Observation: Sendable {
  package var record: Int
  package var time: Int64
  package var fact: Fact

  package enum Fact: Sendable {
    /// A record that is not a message.
    case event(Record.Event)
    /// A message. Always the first observation of its record.
    case message(Message)
    /// A request got its first answer.
    case answered(Exchange)
    case cancel(Cancellation)
    case progress(ProgressEvent)
    case document(DocumentEvent)
    case diagnostics(PublishedDiagnostics)
    case anomaly(Anomaly)
  }
}

/// A `$/cancelRequest`.
package struct Cancellation: Equatable, Sendable {
  package enum Target: Equatable, Sendable {
    case inFlight(Request)
    case answered(Request)
    /// No request with this id is known.
    case unknown
  }

  package var from: Party
  package var id: RequestID
  package var target: Target
}

/// A `$/progress` notification.
package struct ProgressEvent: Equatable, Sendable {
  package enum Stage: String, Sendable {
    case begin, report, end
    /// A part of the result of a request that has a `partialResultToken`.
    case partialResult
  }

  package var token: RequestID
  package var stage: Stage
  /// The request that brought the token into the world: it carries it, or it is `window/workDoneProgress/create`.
  package var request: Request?
  /// Whether the token was begun and not ended before this.
  package var wasRunning: Bool
}

/// Something in the conversation that does not fit together. Whether it is a fault is for a checker to judge.
package enum Anomaly: Equatable, Sendable {
  /// The message is not a JSON object.
  case malformed(from: Party, JSONError)
  /// A JSON object that is neither request, notification nor answer.
  case shapeless(from: Party)
  /// An answer to a request that was answered before.
  case duplicateAnswer(from: Party, to: Request)
  /// An answer to no known request.
  case unknownAnswer(from: Party, id: RequestID?)
  /// A request whose id is that of one still in flight.
  case reusedID(Request, inFlight: Request)
  /// Parameters that lack what the method needs.
  case badParams(from: Party, method: String, missing: String)
}
