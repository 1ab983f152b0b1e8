import Recording

/// Where a recording goes. Existing files are never overwritten: editors start a server anew with the same command line.
package enum OutputPath {
  static let fileExtension = ".\(Format.fileExtension)"
  /// Enough for any editor, and an end for a directory in which every file "exists".
  static let attempts = 10_000

  /// The paths to try, in order: `session.trace.gz`, `session.2.trace.gz`, …
  package static func candidate(_ number: Int, of path: String) -> String {
    guard number > 1 else { return path }
    let (stem, ending) = split(path)
    return "\(stem).\(number)\(ending)"
  }

  /// A name for a recording that has none: the moment it starts and the process make it the only one.
  package static func defaultName(started: String, processIdentifier: Int32) -> String {
    // 2026-01-31T09:15:00.123Z → 20260131-091500
    let digits = started.prefix(19).filter { $0 != "-" && $0 != ":" }.map { $0 == "T" ? "-" : $0 }
    return "session-\(String(digits))-\(processIdentifier)\(fileExtension)"
  }

  /// The file for what stands after `-o`: nothing, a directory, or a file's name.
  package static func resolve(_ given: String?, defaultName: String, isDirectory: (String) -> Bool) -> String {
    guard let given, !given.isEmpty else { return defaultName }
    guard given.hasSuffix("/") || isDirectory(given) else { return given }
    return given.hasSuffix("/") ? given + defaultName : given + "/" + defaultName
  }

  /// The part that a number is put behind, and the rest.
  private static func split(_ path: String) -> (stem: Substring, ending: Substring) {
    if path.hasSuffix(fileExtension) { return (path.dropLast(fileExtension.count), path.suffix(fileExtension.count)) }
    let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path.lastIndex(of: "."), dot > nameStart else { return (path[...], "") }
    return (path[..<dot], path[dot...])
  }
}
