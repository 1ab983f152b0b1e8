import PikeAnalysis

/// What the host asks about paths as texts. Nothing here looks at a disk.
extension FilePath {
  /// Absolute, with no `.`, `..` or empty part that would lead elsewhere than it says.
  static func isNormal(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".."
    }
  }

  /// Whether the path is the root itself or lies under it; both normal.
  static func isInside(_ path: String, _ root: String) -> Bool {
    path.utf8.starts(with: root.utf8)
      && (path.utf8.count == root.utf8.count || path.utf8.dropFirst(root.utf8.count).first == UInt8(ascii: "/"))
  }

  /// Whether the path lies under the root, and in no folder that begins with a dot.
  static func isVisible(_ path: String, under root: String) -> Bool {
    isInside(path, root) && !path.dropFirst(root.count).contains("/.")
  }

  static func parent(_ path: String) -> String { FileID(path).directory }

  /// The path without slashes at its end, and relative ones under `base`.
  static func absolute(_ path: String, in base: String?) -> String? {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./") { path.removeFirst(2) }
    if !path.hasPrefix("/") {
      guard let base else { return nil }
      path = path.isEmpty || path == "." ? base : "\(base)/\(path)"
    }
    return isNormal(path) ? path : nil
  }

  /// What is a file of the workspace.
  static func isPikeFile(_ path: some StringProtocol) -> Bool { path.hasSuffix(".pike") || path.hasSuffix(".pmod") }
}
