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
    var end = 0
    for place in NameFinder.occurrences(of: [UInt8(ascii: "#")], in: text, range: 0..<text.count) {
      guard place >= end, Self.startsLine(place, text) else { continue }
      end = Self.directiveEnd(from: place, text)
      read(text[place + 1..<end].drop { $0.isBlank })
    }
  }

  /// What stands behind the `#` of a directive.
  private mutating func read(_ directive: Slice<UnsafeBufferPointer<UInt8>>) {
    let word = directive.prefix {
      !$0.isBlank && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"")
    }
    let rest = directive.dropFirst(word.count)
    if word.elementsEqual("include".utf8) {
      readInclude(rest)
    } else if word.elementsEqual("pike".utf8) {
      let text = String(decoding: rest.filter { !$0.isBlank }, as: UTF8.self)
      version = ["7.8", "7.6", "7.4", "7.2", "7.0"].first { text.hasPrefix($0) }
    } else if word.elementsEqual("require".utf8) {
      readConstants(rest, areRequired: true)
    } else if !word.elementsEqual("pragma".utf8) {
      // Conditions, and macros that may stand in them.
      readConstants(rest, areRequired: false)
    }
  }

  private mutating func readInclude(_ rest: Slice<UnsafeBufferPointer<UInt8>>) {
    let name = rest.drop { $0.isBlank }
    guard let first = name.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "<") else { return }
    let closing = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : first
    guard let end = name.dropFirst().firstIndex(of: closing) else { return }
    let text = String(decoding: name[...end], as: UTF8.self)
    if !includes.contains(text) { includes.append(text) }
  }

  private mutating func readConstants(_ rest: Slice<UnsafeBufferPointer<UInt8>>, areRequired: Bool) {
    // A name is too short to be meant by anything below this.
    guard rest.count > 6, rest.contains(UInt8(ascii: "(")) else { return }
    let text = String(decoding: rest.filter { !$0.isBlank }, as: UTF8.self)
    for word in ["constant(", "efun("] {
      for part in text.split(separator: word, omittingEmptySubsequences: false).dropFirst() {
        let name = String(part.prefix { $0 != ")" })
        if !constants.contains(name) { constants.append(name) }
        if areRequired, !requirements.contains(name) { requirements.append(name) }
      }
    }
  }

  private static func startsLine(_ place: Int, _ text: SourceText) -> Bool {
    var before = place
    while before > 0, text[before - 1].isBlank { before -= 1 }
    return before == 0 || text[before - 1] == UInt8(ascii: "\n") || text[before - 1] == UInt8(ascii: "\r")
  }

  /// The end of the line, or of those that continue it.
  private static func directiveEnd(from place: Int, _ text: SourceText) -> Int {
    var end = place
    while end < text.count {
      if text[end] == UInt8(ascii: "\n"), text[max(end, 1) - 1] != UInt8(ascii: "\\") { break }
      end += 1
    }
    return end
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
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
