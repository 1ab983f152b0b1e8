// Transcript: the conversation in a recording. Requests paired with answers, cancels and progress; documents with their
// text at every version; publishes; causal edges.
//
// Works on a stream of records in bounded memory (``Conversation``, ``CausalEdges``); ``Transcript`` collects all of it.
// Absent on purpose: processes, clocks, input and output, and judgement: what is odd is reported as an observation, and
// whether it is a fault is the business of `Checkers`.

package import Recording

/// A whole conversation, collected.
package struct Transcript: Sendable {
  /// Every message, in order.
  package private(set) var messages: [Message] = []
  /// Every request with its answer, or without, in the order of the requests.
  package private(set) var exchanges: [Exchange] = []
  /// What each client message waited for, by record number.
  package private(set) var edges: [Int: [CausalEdge]] = [:]
  /// The texts of all documents at all versions.
  package private(set) var documents = DocumentHistory()
  /// The last publish of each document, in the order of their first publish.
  package private(set) var finalDiagnostics: [PublishedDiagnostics] = []
  package private(set) var anomalies: [Observation] = []
  /// All records that are not messages.
  package private(set) var otherRecords: [Record] = []
  package private(set) var positionEncoding = PositionEncoding.utf16

  private var conversation = Conversation()
  private var causes = CausalEdges()
  private var messageIndex: [Int: Int] = [:]
  private var diagnosticsIndex: [String: Int] = [:]

  package init() {}

  package init(_ records: some Sequence<Record>) {
    for record in records { consume(record) }
    finish()
  }

  package mutating func consume(_ record: Record) {
    let observations = conversation.consume(record)
    let edges = causes.consume(observations)
    if !edges.isEmpty { self.edges[record.number] = edges }
    for observation in observations { collect(observation, of: record) }
    positionEncoding = conversation.positionEncoding
  }

  /// Adds the requests that were never answered to ``exchanges``. Nothing may be consumed afterwards.
  package mutating func finish() {
    exchanges += conversation.unanswered
    exchanges.sort { $0.request.record < $1.request.record }
  }

  /// The message that a record holds.
  package func message(_ record: Int) -> Message? { messageIndex[record].map { messages[$0] } }

  private mutating func collect(_ observation: Observation, of record: Record) {
    switch observation.fact {
    case .message(let message):
      messageIndex[record.number] = messages.count
      messages.append(message)
    case .answered(let exchange): exchanges.append(exchange)
    case .document(let event): documents.consume(event, record: record.number)
    case .diagnostics(let published):
      let key = DocumentURI.key(published.uri)
      if let index = diagnosticsIndex[key] {
        finalDiagnostics[index] = published
      } else {
        diagnosticsIndex[key] = finalDiagnostics.count
        finalDiagnostics.append(published)
      }
    case .anomaly: anomalies.append(observation)
    case .event: otherRecords.append(record)
    case .cancel, .progress: break
    }
  }
}
