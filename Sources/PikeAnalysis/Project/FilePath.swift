internal import IncrementalQueries

/// Paths as texts, and what directories say of them.
package enum FilePath {
  /// Absolute, without `.`, `..` and double slashes.
  package static func normalized(_ path: String) -> String {
    if isNormal(path) { return path }
    // Bytes, not characters: a slash and an accent after it would be one.
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + Substring($1) }
  }

  /// Whether it is sure that nothing is to be done: each slash has a name behind it that does not begin with a dot.
  private static func isNormal(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      guard bytes.count > 1, bytes[0] == UInt8(ascii: "/") else { return false }
      var isBehindSlash = false
      for byte in bytes {
        if isBehindSlash, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
        isBehindSlash = byte == UInt8(ascii: "/")
      }
      return !isBehindSlash
    }
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
