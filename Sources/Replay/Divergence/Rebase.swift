import JSONRPC
import Recording
import Transcript

/// Takes a session's folders out of what is compared: two recordings of one session lie in different places.
package struct Rebase: Sendable {
  private static let neutralRoot = "/workspace"

  private var map: PathMap?

  mutating func learn(from message: Message) {
    guard map == nil, message.from == .client, message.method == Method.initialize, let params = message.params
    else { return }
    let found = params.members("rootUri", "rootPath", "workspaceFolders")
    let folders = found[2]?.elements.compactMap { $0["uri"]?.string } ?? []
    let roots = [found[0]?.string].compactMap { $0 } + folders
    let paths = roots.compactMap(Self.path) + [found[1]?.string].compactMap { $0 }
    var unique: [String] = []
    for path in paths where !unique.contains(path) { unique.append(path) }
    map = PathMap(
      unique.enumerated().map { (from: $1, to: $0 == 0 ? Self.neutralRoot : "\(Self.neutralRoot)-\($0 + 1)") })
  }

  /// JSON text with the session's folders replaced.
  package func neutral(_ text: [UInt8]) -> [UInt8] { map?.rewritten(text) ?? text }

  private static func path(_ uri: String) -> String? {
    guard uri.hasPrefix("file://") else { return nil }
    return DocumentURI.key(String(uri.dropFirst("file://".count)))
  }
}
