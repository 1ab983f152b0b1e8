import Transcript

/// How things were where a replay was told to stop.
package struct StopState: Sendable {
  package struct OpenDocument: Sendable {
    package var uri: String
    package var version: Int?
    package var text: [UInt8]
  }

  /// The record that was asked for, and the last one of the client's that was sent.
  package var asked: Int
  package var record: Int
  /// Microseconds since the beginning.
  package var time: Int64
  package var documents: [OpenDocument]
  /// Requests without an answer, oldest first, with the time that they have been waiting.
  package var requests: [(record: Int, method: String, waiting: Int64)]
  /// What the server says of itself.
  package var server: [String]

  init(_ session: ReplaySession, _ telemetry: ServerTelemetry, asked: Int, at time: Int64) {
    self.asked = asked
    self.time = time
    let record = session.lastRecordSent ?? -1
    self.record = record
    let documents = session.script.transcript.documents
    self.documents = documents.lives.filter { life in
      life.openedAt <= record && life.closedAt.map { record < $0 } ?? true
    }.compactMap { life in
      documents.text(of: life.uri, atRecord: record).map { text in
        OpenDocument(uri: life.uri, version: documents.version(of: life.uri, atRecord: record), text: text)
      }
    }
    requests = session.openRequests.map { ($0.record, $0.method, time - $0.sentAt) }
    server = telemetry.state
  }
}
