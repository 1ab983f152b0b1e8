import JSONRPC
import Recording
package import Replay

extension SampleWorkspace {
  /// The project that a recorded session was about: its files, its root, and the settings that its client began with.
  package init(recording session: RecordedSession) {
    let files = session.files.compactMap { file -> SampleFile? in
      guard case .captured(let text, _) = file.content else { return nil }
      let language = Self.languageID(ofPath: file.path)
      // Texts with stray bytes are no documents.
      let isSource = language != nil && String(validating: text, as: UTF8.self) != nil
      return SampleFile(path: file.path, languageID: language ?? "plaintext", text: text, isSource: isSource)
    }
    let languages = files.filter(\.isSource).map(\.languageID)
    let language = Language.allCases.max { one, other in
      languages.count { $0 == one.rawValue } < languages.count { $0 == other.rawValue }
    }
    self.init(
      language: language ?? .pike, root: RecordedRoots(session).paths.first ?? session.header.directory, files: files)
    settings = Self.settings(of: session)
  }

  private static func languageID(ofPath path: String) -> String? {
    switch path.split(separator: ".").last {
    case "pike", "pmod": "pike"
    case "c", "h": "c"
    case "cc", "cpp", "hpp": "cpp"
    case "py": "python"
    case "swift": "swift"
    default: nil
    }
  }

  private static func settings(of session: RecordedSession) -> JSONValue? {
    for record in session.records {
      guard case .message(from: .client, let message) = record.event,
        let envelope = try? Envelope(scanning: message.body),
        envelope.method == "initialize" || envelope.method == "engine_update_config",
        let value = try? JSONValue(parsing: message.body)
      else { continue }
      return envelope.method == "initialize" ? value["params"]?["initializationOptions"] : value["params"]
    }
    return nil
  }
}
