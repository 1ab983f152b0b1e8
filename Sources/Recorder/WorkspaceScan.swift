import Glibc
import Recording

/// Walks over the files of a workspace, in the order of their names: what a recording is to carry, and what it leaves out.
///
/// One step at a time, so that the session's end can stop it.
struct WorkspaceScan {
  enum Item: Equatable, Sendable {
    case file(path: String)
    case omitted(path: String, reason: String)
  }

  private struct Directory {
    /// Relative to the root; `""` for the root itself.
    var path: String
    var rules: IgnoreRules
  }

  private let root: String
  /// What the names in ignore files are relative to: the repository's top, or the root.
  private let prefix: String
  /// What is still to be visited; the next one stands last.
  private var pending: [(path: String, rules: IgnoreRules)] = []

  init(root: String) {
    self.root = root
    let repository = Repository(around: root)
    prefix = repository.prefix
    pending = []
    enter(Directory(path: "", rules: repository.rules))
  }

  mutating func next() -> Item? {
    while let (path, rules) = pending.popLast() {
      var information = stat()
      guard lstat("\(root)/\(path)", &information) == 0 else { continue }
      let kind = information.st_mode & S_IFMT
      if rules.ignores(prefix + path, isDirectory: kind == S_IFDIR) { continue }
      if let reason = unfitness(of: path) { return .omitted(path: path, reason: reason) }
      switch kind {
      case S_IFREG: return .file(path: path)
      case S_IFLNK: return .omitted(path: path, reason: "a symbolic link")
      case S_IFDIR:
        guard enter(Directory(path: path, rules: rules)) else {
          return .omitted(path: path, reason: "a directory that cannot be read: \(String(cString: strerror(errno)))")
        }
      default: return .omitted(path: path, reason: "neither a file nor a directory")
      }
    }
    return nil
  }

  private func unfitness(of path: String) -> String? {
    if path.utf8.count > Format.maximumPath { return "its path is longer than \(Format.maximumPath) bytes" }
    let parts = path.split(separator: "/").count
    return parts > Format.maximumPathParts ? "it lies more than \(Format.maximumPathParts) directories deep" : nil
  }

  /// Puts what is in a directory onto the list; false when it cannot be read.
  @discardableResult
  private mutating func enter(_ directory: Directory) -> Bool {
    let path = directory.path.isEmpty ? root : "\(root)/\(directory.path)"
    guard let names = Self.names(in: path) else { return false }
    var rules = directory.rules
    if names.contains(".gitignore"), let text = FileContents.small("\(path)/.gitignore") {
      rules.add(text, in: Self.withoutSlash(prefix + directory.path))
    }
    let below = directory.path.isEmpty ? "" : directory.path + "/"
    let order = names.filter { $0 != ".git" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    pending += order.reversed().map { (below + $0, rules) }
    return true
  }

  private static func withoutSlash(_ path: String) -> String {
    path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func names(in path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

/// The git repository that a workspace lies in, as far as it says what to ignore.
private struct Repository {
  /// The root's path from the repository's top, with a slash at the end; empty when the root is the top, or there is none.
  var prefix = ""
  var rules = IgnoreRules()

  init(around root: String) {
    guard let top = Self.top(above: root) else { return }
    if let text = FileContents.small("\(top)/.git/info/exclude") { rules.add(text, in: "") }
    let inner = root.dropFirst(top.count).split(separator: "/").map(String.init)
    guard !inner.isEmpty else { return }
    prefix = inner.joined(separator: "/") + "/"
    // The ignore files above the root; the root's own is read with the root.
    for depth in inner.indices {
      let directory = inner[..<depth].joined(separator: "/")
      let path = directory.isEmpty ? top : "\(top)/\(directory)"
      if let text = FileContents.small("\(path)/.gitignore") { rules.add(text, in: directory) }
    }
  }

  private static func top(above root: String) -> String? {
    var directory = root
    while directory.hasPrefix("/") {
      if access("\(directory)/.git", F_OK) == 0 { return directory }
      guard let slash = directory.lastIndex(of: "/"), directory != "/" else { return nil }
      directory = String(directory[..<slash])
    }
    return nil
  }
}
