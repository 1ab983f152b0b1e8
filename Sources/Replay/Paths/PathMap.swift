import JSONRPC

/// Re-bases paths within message bodies: from where a session was recorded to where it is replayed, and back.
///
/// Works on the bytes of JSON text, so that everything else in a body stays as it was. A path is found however it is
/// written (plain, within a URI with any percent-encoding, with JSON escapes), and only as a whole path:
/// `/a/b` is not in `/a/bc`, `/x/a/b` or `/a/b.old`.
package struct PathMap: Sendable, Equatable {
  struct Rule: Sendable, Equatable {
    var from: [UInt8]
    var to: [UInt8]
  }

  /// Longest first: of two nested roots, the inner one decides.
  private let rules: [Rule]

  /// - Parameter pairs: absolute paths, without the encoding of a URI. A root as broad as `/` is left out: every path
  ///   starts with it.
  package init(_ pairs: [(from: String, to: String)]) {
    rules =
      pairs
      .map { Rule(from: Self.trimmed($0.from), to: Self.trimmed($0.to)) }
      .filter { $0.from.count > 1 && $0.from.first == UInt8(ascii: "/") }
      .sorted { ($1.from.count, $0.from.lexicographicKey) < ($0.from.count, $1.from.lexicographicKey) }
  }

  private init(rules: [Rule]) {
    self.rules = rules.sorted { $0.from.count > $1.from.count }
  }

  /// The way back.
  package var inverted: PathMap { PathMap(rules: rules.map { Rule(from: $0.to, to: $0.from) }) }

  /// Maps each path to itself: rewriting makes the spelling of the roots uniform and changes nothing else.
  package var canonical: PathMap { PathMap(rules: rules.map { Rule(from: $0.from, to: $0.from) }) }

  /// Whether nothing is to be re-based.
  package var isIdentity: Bool { rules.allSatisfy { $0.from == $0.to } }

  /// The path that `path` (absolute, not encoded) becomes.
  package func mapped(path: String) -> String {
    let bytes = Array(path.utf8)
    for rule in rules where bytes.starts(with: rule.from) {
      guard bytes.count == rule.from.count || bytes[rule.from.count] == UInt8(ascii: "/") else { continue }
      return String(decoding: rule.to + bytes[rule.from.count...], as: UTF8.self)
    }
    return path
  }

  /// The URI with its path re-based.
  package func mapped(uri: String) -> String {
    if isIdentity { return uri }
    let text = rewritten(JSONValue.string(uri).serialized())
    return (try? JSONValue(parsing: text))?.string ?? uri
  }

  /// The JSON text with all paths re-based.
  package func rewritten(_ text: ArraySlice<UInt8>) -> [UInt8] {
    if rules.isEmpty { return Array(text) }
    var result: [UInt8] = []
    text.withUnsafeBufferPointer { bytes in
      result.reserveCapacity(bytes.count + 64)
      let matcher = PathMatcher(bytes)
      var copied = 0
      var index = 0
      while let candidate = matcher.nextCandidate(from: index) {
        if let (rule, match) = firstMatch(at: candidate, matcher) {
          result.append(contentsOf: bytes[copied..<candidate])
          PathEncoding.append(rule.to, as: match.form, to: &result)
          copied = match.end
          index = match.end
        } else {
          index = candidate + (bytes[candidate] == UInt8(ascii: "\\") ? 2 : 1)
        }
      }
      result.append(contentsOf: bytes[copied...])
    }
    return result
  }

  package func rewritten(_ text: [UInt8]) -> [UInt8] { rewritten(text[...]) }

  private func firstMatch(at index: Int, _ matcher: PathMatcher) -> (Rule, PathMatcher.Match)? {
    for rule in rules {
      if let match = matcher.match(rule.from, at: index) { return (rule, match) }
    }
    return nil
  }

  private static func trimmed(_ path: String) -> [UInt8] {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }
}

extension [UInt8] {
  fileprivate var lexicographicKey: String { String(decoding: self, as: UTF8.self) }
}
