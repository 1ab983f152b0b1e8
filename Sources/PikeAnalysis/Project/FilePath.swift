internal import IncrementalQueries

/// Paths as texts, and what directories say of them.
enum FilePath {
  /// Without `.`, `..` and double slashes.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  static func listing(_ directory: String, in context: QueryContext) throws(QueryInterruption) -> DirectoryListing? {
    try context.input(DirectoryInput.self, directory)
  }

  static func exists(_ path: String, in context: QueryContext) throws(QueryInterruption) -> Bool {
    let (directory, name) = split(path)
    return try listing(directory, in: context)?.files.contains(name) ?? false
  }
}
