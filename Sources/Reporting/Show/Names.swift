import JSONRPC
import Recording
import Transcript

/// Short names of documents: relative to the workspace's root where they lie in it.
struct Names {
  private var roots: [String] = []

  init() {}

  mutating func learn(from message: Message) {
    guard message.from == .client, message.method == Method.initialize, let params = message.params else { return }
    let found = params.members("rootUri", "workspaceFolders")
    let folders = found[1]?.elements.compactMap { $0["uri"]?.string } ?? []
    roots = (folders + [found[0]?.string].compactMap { $0 }).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  func short(_ uri: String) -> String {
    for root in roots where uri.hasPrefix(root) && uri.utf8.count > root.utf8.count {
      return String(uri.dropFirst(root.count))
    }
    return uri
  }
}
