package import IncrementalQueries
internal import PikeSyntax

/// What a file asks its surroundings for before it is parsed. Found by looking for words: too much does no harm.
package struct PreprocessorNames: Hashable, Sendable {
  /// What stands behind each `#include`, quotes or angle brackets included.
  package var includes: [String] = []
  /// What stands in the parentheses of each `constant(…)` of a directive.
  package var constants: [String] = []

  /// What stands in those of `#require`: where one does not exist, neither does the file for its users.
  package var requirements: [String] = []
  /// Behind `#pike`, of a version whose modules come before the usual ones.
  package var version: String?

  init() {}

  init(_ text: SourceText) {
    for place in NameFinder(Array("include".utf8), in: text).places(in: 0..<text.count)
    where Self.followsHash(place, text) {
      let line = Self.line(from: place + 7, text).drop { $0 == " " || $0 == "\t" }
      guard let first = line.first, first == "\"" || first == "<",
        let end = line.dropFirst().firstIndex(of: first == "<" ? ">" : "\"")
      else { continue }
      let name = String(line[...end])
      if !includes.contains(name) { includes.append(name) }
    }
    for place in NameFinder(Array("pike".utf8), in: text).places(in: 0..<min(text.count, 4096))
    where Self.followsHash(place, text) {
      let rest = Self.line(from: place + 4, text).filter { $0 != " " && $0 != "\t" }
      version = ["7.8", "7.6", "7.4", "7.2", "7.0"].first { rest.hasPrefix($0) }
    }
    for word in ["constant", "efun"] {
      for place in NameFinder(Array(word.utf8), in: text).places(in: 0..<text.count)
      where Self.isInDirective(place, text) {
        let rest = Self.line(from: place + word.utf8.count, text).filter { $0 != " " && $0 != "\t" }
        guard rest.first == "(", let end = rest.firstIndex(of: ")") else { continue }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        if !constants.contains(name) { constants.append(name) }
        if Self.isRequired(place, text), !requirements.contains(name) { requirements.append(name) }
      }
    }
  }

  private static func line(from start: Int, _ text: SourceText) -> Substring {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    return text.string(in: start..<end)[...]
  }

  /// Whether the directive around is `#require`.
  private static func isRequired(_ place: Int, _ text: SourceText) -> Bool {
    var start = place
    while start > 0, text[start - 1] != UInt8(ascii: "#"), text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return text.string(in: start..<place).drop { $0 == " " || $0 == "\t" }.hasPrefix("require")
  }

  private static func followsHash(_ place: Int, _ text: SourceText) -> Bool {
    var before = place
    while before > 0, text[before - 1] == UInt8(ascii: " ") || text[before - 1] == UInt8(ascii: "\t") { before -= 1 }
    return before > 0 && text[before - 1] == UInt8(ascii: "#")
  }

  /// Whether the line, or one that it continues, begins with a `#`.
  private static func isInDirective(_ place: Int, _ text: SourceText) -> Bool {
    var start = place
    while start > 0 {
      let byte = text[start - 1]
      if byte == UInt8(ascii: "\n"), start < 2 || text[start - 2] != UInt8(ascii: "\\") { break }
      start -= 1
    }
    while start < place, text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: "\t") { start += 1 }
    return text[start] == UInt8(ascii: "#")
  }
}

/// Stays the same while directives do.
package enum PreprocessorNamesQuery: Query {
  package static let name = "preprocessorNames"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: PreprocessorNames?
  ) throws(QueryInterruption) -> PreprocessorNames {
    try context.input(SourceInput.self, key).map { PreprocessorNames($0.text) } ?? PreprocessorNames()
  }
}
