import JSONRPC
package import Recording

/// A recording, read into memory to be replayed.
package struct RecordedSession: Sendable {
  /// The file's path, or a name for people.
  package var name: String
  package var header: Header
  package var records: [Record]
  /// Whether the recorder was stopped before the session ended; the value is the last record.
  package var unfinishedAfter: Int?
  package var isFinished: Bool

  package init(name: String, header: Header, records: [Record], isFinished: Bool = true) {
    self.name = name
    self.header = header
    self.records = records
    self.isFinished = isFinished
    unfinishedAfter = isFinished ? nil : records.last?.number
  }

  package static func load(path: String) throws(RecordingError) -> RecordedSession {
    var reader = try RecordingReader(path: path)
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    let isGenerated = Self.isGenerated(reader.header)
    return RecordedSession(
      name: path, header: reader.header, records: records, isFinished: reader.ending == .complete || isGenerated)
  }

  /// Whether a generator wrote it: the client's messages only, which nobody has sent yet.
  package var isGenerated: Bool { Self.isGenerated(header) }

  private static func isGenerated(_ header: Header) -> Bool { header.run?["generated"] == .bool(true) }

  /// What both sides said of themselves.
  package var peers: Peers? {
    for record in records {
      if case .peers(let peers) = record.event { return peers }
    }
    return nil
  }

  package var end: End? {
    for record in records.reversed() {
      if case .end(let end) = record.event { return end }
    }
    return nil
  }

  /// Files of the workspace as the session found them.
  package var files: [CapturedFile] { capturedFiles.filter { $0.change == nil } }

  /// Files as they were after a change on disk that the client told of.
  package var changedFiles: [CapturedFile] { capturedFiles.filter { $0.change != nil } }

  private var capturedFiles: [CapturedFile] {
    records.compactMap { if case .file(let file) = $0.event { file } else { nil } }
  }

  package var gaps: [Gap] {
    records.compactMap { if case .gap(let gap) = $0.event { gap } else { nil } }
  }
}
