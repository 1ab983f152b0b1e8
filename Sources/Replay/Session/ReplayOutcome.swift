package import Recording
import Transcript

/// A request as it went in the replay.
package struct LiveExchange: Sendable {
  /// The record of the recorded request.
  package var record: Int
  package var method: String
  package var sentAt: Int64
  package var answeredAt: Int64?
  /// The first answer, as it came.
  package var answer: [UInt8]?
  /// Partial results, as they came: the bodies of `$/progress` notifications.
  package var parts: [[UInt8]] = []
  package var isCancelled = false
  /// Text was changed between the request and its answer.
  package var isOvertaken = false
  package var timedOut = false
  /// Answers beyond the first.
  package var duplicates = 0

  package var latency: Int64? { answeredAt.map { $0 - sentAt } }
}

/// The last publish for a document.
package struct LivePublish: Sendable {
  /// As the recording would have it.
  package var uri: String
  package var version: Int?
  /// The array of diagnostics, as it came.
  package var diagnostics: [UInt8]
  package var count: Int
}

/// What happened in a replay, for a verdict to judge.
package struct ReplayOutcome: Sendable {
  /// By record of the request.
  package var exchanges: [Int: LiveExchange] = [:]
  /// How often the server called each method of the client's.
  package var serverRequests: [String: Int] = [:]
  package var serverNotifications: [String: Int] = [:]
  /// The last publish for each document, by the document's key.
  package var publishes: [String: LivePublish] = [:]
  /// From a change of a document to its first diagnostics, for each change; microseconds.
  package var firstDiagnostics: [Int64] = []
  package var log = ProblemLog()
  package var tokensBound = 0
  package var tokensUnbound = 0
  package var stepsSent = 0
  package var initializeAnswered = false
  package var status: End.Status?
  /// The harness made the server crash: what it did not say after that is not its fault.
  package var crashWasInjected = false
  /// When the session was over, on the session's clock.
  package var duration: Int64 = 0
  package var bytesToServer = 0
  package var bytesFromServer = 0

  package init() {}
}
