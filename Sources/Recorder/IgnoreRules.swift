/// Which files git would not look at: the rules of `.gitignore` files, read by us because git may not be there.
///
/// Rules are kept in the order in which they count: a later one wins over an earlier one, so those of deeper directories
/// are added last. Paths are relative to one top directory.
struct IgnoreRules: Sendable {
  private var rules: [IgnoreRule] = []

  /// Adds the rules in the text of an ignore file that stands in `directory` (`""` for the top).
  mutating func add(_ text: [UInt8], in directory: String) {
    let withoutMark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    for line in withoutMark.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if let rule = IgnoreRule(line, in: directory) { rules.append(rule) }
    }
  }

  /// Whether a path is ignored by itself. What stands below an ignored directory is ignored as well, whatever other rules
  /// say: the caller does not go down there.
  func ignores(_ path: String, isDirectory: Bool) -> Bool {
    let bytes = Array(path.utf8)
    let deciding = rules.last { $0.matches(bytes, isDirectory: isDirectory) }
    return deciding.map { !$0.isNegated } ?? false
  }
}

/// One line of an ignore file.
struct IgnoreRule: Sendable {
  let isNegated: Bool
  private let isDirectoryOnly: Bool
  /// The directory of the ignore file, with a slash at the end unless it is the top.
  private let base: [UInt8]
  /// A pattern with a slash speaks of the path below `base`; one without speaks of a name, at any depth.
  private let isAnchored: Bool
  private let pattern: GlobPattern

  /// Nil for a comment or a blank line.
  init?(_ line: ArraySlice<UInt8>, in directory: String) {
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    var text = Self.trimmingSpaces(line)
    isNegated = first == UInt8(ascii: "!")
    if isNegated { text = text.dropFirst() }
    isDirectoryOnly = text.last == UInt8(ascii: "/")
    if isDirectoryOnly { text = text.dropLast() }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text = text.dropFirst() }
    guard !text.isEmpty else { return nil }
    base = directory.isEmpty ? [] : Array(directory.utf8) + [UInt8(ascii: "/")]
    pattern = GlobPattern(text)
  }

  func matches(_ path: [UInt8], isDirectory: Bool) -> Bool {
    if isDirectoryOnly, !isDirectory { return false }
    guard path.starts(with: base) else { return false }
    let below = path[base.count...]
    if isAnchored { return pattern.matches(below) }
    let name = below.lastIndex(of: UInt8(ascii: "/")).map { below[($0 + 1)...] } ?? below
    return pattern.matches(name)
  }

  /// Spaces at the end do not count, unless a backslash stands before them.
  private static func trimmingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        index += 2
        end = index
      } else {
        index += 1
        if line[index - 1] != UInt8(ascii: " ") { end = index }
      }
    }
    return line[..<end]
  }
}
