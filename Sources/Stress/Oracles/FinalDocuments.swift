import JSONRPC
import Recording
import Replay
import Transcript

/// How the documents and files are at some record of a session, if the client did all that it meant to.
struct FinalDocuments {
  struct Document {
    var uri: String
    var languageID: String
    var version: Int?
    var text: [UInt8]
  }

  /// In the order of their opening.
  private(set) var open: [Document] = []

  init(_ script: Script, before record: Int) {
    let history = script.transcript.documents
    for life in history.lives where life.openedAt < record && life.closedAt.map({ $0 >= record }) ?? true {
      guard let text = history.text(of: life.uri, atRecord: record - 1) else { continue }
      open.append(
        Document(
          uri: life.uri, languageID: Self.language(script, life.openedAt),
          version: history.version(of: life.uri, atRecord: record - 1), text: text))
    }
  }

  private static func language(_ script: Script, _ record: Int) -> String {
    let params = script.transcript.message(record)?.params
    return (params?["textDocument"]?["languageId"] ?? params?["languageId"])?.string ?? "plaintext"
  }

  /// What lies on the disk, by URI: files as they were captured, then what became of them.
  static func files(_ session: RecordedSession, _ script: Script, before record: Int) -> [CapturedFile] {
    var files = session.files
    let root = session.header.directory + "/"
    func write(_ uri: String, _ bytes: [UInt8]?) {
      guard let absolute = FileURI.path(of: uri), absolute.hasPrefix(root) else { return }
      let path = String(absolute.dropFirst(root.count))
      files.removeAll { $0.path == path }
      if let bytes {
        files.append(CapturedFile(path: path, content: .captured(bytes, sha256: ContentHash.sha256(bytes))))
      }
    }
    for step in script.steps where step.record < record {
      for change in script.fileChanges[step.record] ?? [] {
        switch change.outcome {
        case .written(let bytes, _): write(change.uri, bytes)
        case .removed: write(change.uri, nil)
        }
      }
      if step.message.method == Method.didSave, let uri = step.message.params?["textDocument"]?["uri"]?.string {
        write(uri, script.transcript.documents.text(of: uri, atRecord: step.record))
      }
    }
    return files
  }
}
