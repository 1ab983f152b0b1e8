import JSONRPC
import Recording

/// Decides what of a workspace goes into the recording, file by file, within the policy's limits.
struct WorkspaceCapture {
  private let policy: CapturePolicy
  /// Without a slash at the end.
  private let root: String
  private let ownFile: @Sendable () -> CreatedPath.Identity?
  private var files = 0
  private var bytes = 0
  /// The hash of each path's last content that is in the recording.
  private var captured: [String: String] = [:]

  init(policy: CapturePolicy, root: String, ownFile: @escaping @Sendable () -> CreatedPath.Identity? = { nil }) {
    self.policy = policy
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    self.ownFile = ownFile
  }

  /// Every file of the workspace, until `emit` returns false: the session is over.
  mutating func captureAll(_ emit: (CapturedFile) -> Bool) {
    var scan = WorkspaceScan(root: root)
    while let item = scan.next() {
      guard files < policy.maximumFiles else {
        _ = emit(CapturedFile(path: item.path, content: .omitted(tooMany)))
        return
      }
      guard let file = capture(item) else { continue }
      files += 1
      guard emit(file) else { return }
    }
  }

  /// The file that the client opened, if it is not in the recording as it stands.
  mutating func captureOpened(uri: String) -> CapturedFile? {
    guard let path = FileURI.path(of: uri) else { return nil }
    guard let relative = relativePath(path) else {
      let name = path.split(separator: "/").last.map(String.init) ?? "file"
      return CapturedFile(path: name, content: .omitted("it is outside of the workspace: \(uri)"))
    }
    guard !relative.isEmpty else { return nil }
    guard files < policy.maximumFiles else {
      return CapturedFile(path: relative, content: .omitted(tooMany))
    }
    guard let file = capture(.file(path: relative)) else { return nil }
    files += 1
    return file
  }

  /// A file that the client said has changed, as it is now. It is recorded even with a content that the recording has
  /// already: saved documents, which are not captured, may have stood there in between.
  mutating func captureChanged(_ change: WatchedChange) -> CapturedFile? {
    guard let path = FileURI.path(of: change.uri), let relative = relativePath(path),
      CapturedFile.problem(withPath: relative) == nil, !relative.split(separator: "/").contains(".git")
    else { return nil }
    let isKnown = captured[relative] != nil
    guard isKnown || files < policy.maximumFiles else {
      return CapturedFile(path: relative, content: .omitted(tooMany), change: change.number)
    }
    guard var file = read(relative, evenIfKnown: true) else { return nil }
    if !isKnown { files += 1 }
    file.change = change.number
    return file
  }

  /// Nil when the path leads out of the workspace; empty for its root.
  private func relativePath(_ path: String) -> String? {
    guard path.hasPrefix(root + "/"), !path.split(separator: "/").contains("..") else { return nil }
    return String(path.dropFirst(root.count + 1)).split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private mutating func capture(_ item: WorkspaceScan.Item) -> CapturedFile? {
    switch item {
    case .omitted(let path, let reason): return CapturedFile(path: path, content: .omitted(reason))
    case .file(let path): return read(path)
    }
  }

  /// Nil when there is nothing to record: the recording itself, or a content that it has.
  private mutating func read(_ path: String, evenIfKnown: Bool = false) -> CapturedFile? {
    switch FileContents.read("\(root)/\(path)", limit: policy.maximumFileBytes, leavingOut: ownFile()) {
    case .ourOwn: return nil
    case .left(let reason): return CapturedFile(path: path, content: .omitted(reason))
    case .read(let content, let isExecutable):
      guard bytes + content.count <= policy.maximumTotalBytes else {
        let reason = "all files together are limited to \(policy.maximumTotalBytes) bytes (--max-total-bytes)"
        return CapturedFile(path: path, content: .omitted(reason))
      }
      let hash = ContentHash.sha256(content)
      let isKnown = captured.updateValue(hash, forKey: path) == hash
      guard !isKnown || evenIfKnown else { return nil }
      if !isKnown { bytes += content.count }
      return CapturedFile(path: path, isExecutable: isExecutable, content: .captured(content, sha256: hash))
    }
  }

  private var tooMany: String {
    "there are more than \(policy.maximumFiles) files (--max-files); this one and those after it are left out"
  }
}

extension WorkspaceScan.Item {
  var path: String {
    switch self {
    case .file(let path), .omitted(let path, _): path
    }
  }
}
