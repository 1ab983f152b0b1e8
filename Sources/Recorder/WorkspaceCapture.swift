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
    guard path.hasPrefix(root + "/"), !path.split(separator: "/").contains("..") else {
      let name = path.split(separator: "/").last.map(String.init) ?? "file"
      return CapturedFile(path: name, content: .omitted("it is outside of the workspace: \(uri)"))
    }
    let relative = String(path.dropFirst(root.count + 1)).split(separator: "/").filter { $0 != "." }
      .joined(separator: "/")
    guard !relative.isEmpty else { return nil }
    guard files < policy.maximumFiles else {
      return CapturedFile(path: relative, content: .omitted(tooMany))
    }
    guard let file = capture(.file(path: relative)) else { return nil }
    files += 1
    return file
  }

  private mutating func capture(_ item: WorkspaceScan.Item) -> CapturedFile? {
    switch item {
    case .omitted(let path, let reason): return CapturedFile(path: path, content: .omitted(reason))
    case .file(let path): return read(path)
    }
  }

  /// Nil when there is nothing to record: the recording itself, or a content that it has.
  private mutating func read(_ path: String) -> CapturedFile? {
    switch FileContents.read("\(root)/\(path)", limit: policy.maximumFileBytes, leavingOut: ownFile()) {
    case .ourOwn: return nil
    case .left(let reason): return CapturedFile(path: path, content: .omitted(reason))
    case .read(let content, let isExecutable):
      guard bytes + content.count <= policy.maximumTotalBytes else {
        let reason = "all files together are limited to \(policy.maximumTotalBytes) bytes (--max-total-bytes)"
        return CapturedFile(path: path, content: .omitted(reason))
      }
      let hash = ContentHash.sha256(content)
      guard captured.updateValue(hash, forKey: path) != hash else { return nil }
      bytes += content.count
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
