internal import IncrementalQueries

/// Paths as texts, and what directories say of them.
package enum FilePath {
  /// Absolute, without `.`, `..` and double slashes.
  package static func normalized(_ path: String) -> String {
    // Bytes, not characters: a slash and an accent after it would be one.
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + Substring($1) }
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
