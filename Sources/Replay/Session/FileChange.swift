import Recording
package import Transcript

/// What became of a file on disk, as the client told the server in `workspace/didChangeWatchedFiles`.
package struct FileChange: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    case written([UInt8], isExecutable: Bool)
    case removed
  }

  /// As it was recorded.
  package var uri: String
  package var outcome: Outcome

  /// By the record of the message. Changes whose outcome is not in the recording are left out: the file stays as it is.
  package static func all(in session: RecordedSession, _ transcript: Transcript) -> [Int: [FileChange]] {
    var captured: [Int: CapturedFile] = [:]
    for file in session.changedFiles {
      if let number = file.change { captured[number] = file }
    }
    var changes: [Int: [FileChange]] = [:]
    var number = 0
    for message in transcript.messages where message.from == .client {
      for event in events(of: message) {
        defer { number += 1 }
        guard let uri = event.uri else { continue }
        guard let outcome = outcome(type: event.type, captured[number]) else { continue }
        changes[message.record, default: []].append(FileChange(uri: uri, outcome: outcome))
      }
    }
    return changes
  }

  /// What a message tells of files, in the order in which their changes are counted.
  private static func events(of message: Message) -> [(uri: String?, type: Int?)] {
    switch message.method {
    case Method.didChangeWatchedFiles:
      return (message.params?["changes"]?.elements ?? []).map { ($0["uri"]?.string, $0["type"]?.integer) }
    case "engine_update_workspace":
      let lists = message.params?.members("added", "removed", "changed") ?? []
      return zip(lists, [1, deleted, 2]).flatMap { list, type in
        (list?.elements ?? []).map { ($0.string, type) }
      }
    default: return []
    }
  }

  /// `FileChangeType.Deleted`: LSP 3.17, "DidChangeWatchedFiles Notification".
  private static let deleted = 3

  private static func outcome(type: Int?, _ file: CapturedFile?) -> Outcome? {
    if type == deleted { return .removed }
    guard let file, case .captured(let bytes, _) = file.content else { return nil }
    return .written(bytes, isExecutable: file.isExecutable)
  }
}
