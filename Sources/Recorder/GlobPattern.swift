/// A shell pattern over a path, as git reads it: `*` and `?` stay within a part of the path, `**` between slashes spans
/// any number of parts. (gitignore(5), and wildmatch with `WM_PATHNAME`.)
struct GlobPattern: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    /// `?`
    case anyByte
    case oneOf(Set<UInt8>)
    /// `*`
    case run
    /// `**/`: nothing, or any number of whole parts.
    case parts
    /// `**` at the end: anything.
    case rest
  }

  private let tokens: [Token]
  /// An unfinished `[` or a `\` at the end: git never matches such a pattern.
  private let isBroken: Bool

  init(_ pattern: some Collection<UInt8>) {
    var parser = GlobParser(pattern)
    let parsed = parser.parse()
    tokens = parsed ?? []
    isBroken = parsed == nil
  }

  func matches(_ text: some Collection<UInt8>) -> Bool {
    guard !isBroken else { return false }
    var matcher = Matcher(tokens: tokens, text: Array(text))
    return matcher.match(token: 0, at: 0)
  }

  // MARK: Matching

  /// Tries the ways to match, each pair of places once, so that no pattern takes more than their product.
  private struct Matcher {
    let tokens: [Token]
    let text: [UInt8]
    private var failed: Set<Int> = []

    init(tokens: [Token], text: [UInt8]) {
      self.tokens = tokens
      self.text = text
    }

    mutating func match(token start: Int, at position: Int) -> Bool {
      var token = start
      var index = position
      while token < tokens.count {
        switch tokens[token] {
        case .byte(let byte):
          guard index < text.count, text[index] == byte else { return false }
        case .anyByte:
          guard index < text.count, text[index] != UInt8(ascii: "/") else { return false }
        case .oneOf(let set):
          guard index < text.count, set.contains(text[index]) else { return false }
        case .run: return matchRun(token: token, at: index)
        case .parts: return matchParts(token: token, at: index)
        case .rest: return true
        }
        token += 1
        index += 1
      }
      return index == text.count
    }

    private mutating func matchRun(token: Int, at position: Int) -> Bool {
      guard failed.insert(token * (text.count + 1) + position).inserted else { return false }
      var index = position
      while true {
        if match(token: token + 1, at: index) { return true }
        guard index < text.count, text[index] != UInt8(ascii: "/") else { return false }
        index += 1
      }
    }

    private mutating func matchParts(token: Int, at position: Int) -> Bool {
      guard failed.insert(token * (text.count + 1) + position).inserted else { return false }
      if match(token: token + 1, at: position) { return true }
      for index in position..<text.count where text[index] == UInt8(ascii: "/") {
        if match(token: token + 1, at: index + 1) { return true }
      }
      return false
    }
  }

  // MARK: Parsing

  private struct GlobParser {
    private let pattern: [UInt8]
    private var index = 0

    init(_ pattern: some Collection<UInt8>) { self.pattern = Array(pattern) }

    mutating func parse() -> [Token]? {
      var tokens: [Token] = []
      while index < pattern.count {
        guard let token = next() else { return nil }
        tokens.append(token)
      }
      return tokens
    }

    private mutating func next() -> Token? {
      let byte = pattern[index]
      switch byte {
      case UInt8(ascii: "*"): return stars()
      case UInt8(ascii: "["): return set()
      case UInt8(ascii: "\\"):
        guard index + 1 < pattern.count else { return nil }
        index += 2
        return .byte(pattern[index - 1])
      default:
        index += 1
        return byte == UInt8(ascii: "?") ? .anyByte : .byte(byte)
      }
    }

    private mutating func stars() -> Token {
      let start = index
      while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
      let opensPart = start == 0 || pattern[start - 1] == UInt8(ascii: "/")
      guard index - start > 1, opensPart else { return .run }
      if index == pattern.count { return .rest }
      guard pattern[index] == UInt8(ascii: "/") else { return .run }
      index += 1
      return .parts
    }

    /// `[a-z]`, `[!a]`, `[^a]`, `[[:alpha:]]`; a `]` that comes first stands for itself. A slash is never in a set.
    private mutating func set() -> Token? {
      index += 1
      guard index < pattern.count else { return nil }
      let isNegated = pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^")
      if isNegated { index += 1 }
      var members: Set<UInt8> = []
      var isFirst = true
      while true {
        guard index < pattern.count else { return nil }
        if pattern[index] == UInt8(ascii: "]"), !isFirst { break }
        isFirst = false
        if let named = namedClass() {
          members.formUnion(named)
        } else {
          guard let range = range() else { return nil }
          members.formUnion(range)
        }
      }
      index += 1
      let set = isNegated ? Set((UInt8.min...UInt8.max)).subtracting(members) : members
      return .oneOf(set.subtracting([UInt8(ascii: "/")]))
    }

    private mutating func range() -> [UInt8]? {
      guard let low = member() else { return nil }
      guard index + 1 < pattern.count, pattern[index] == UInt8(ascii: "-"), pattern[index + 1] != UInt8(ascii: "]")
      else { return [low] }
      index += 1
      guard let high = member() else { return nil }
      return low <= high ? Array(low...high) : []
    }

    private mutating func member() -> UInt8? {
      if pattern[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < pattern.count else { return nil }
      index += 1
      return pattern[index - 1]
    }

    private mutating func namedClass() -> [UInt8]? {
      guard pattern[index...].starts(with: Array("[:".utf8)) else { return nil }
      let rest = pattern[(index + 2)...]
      guard let end = rest.indices.first(where: { rest[$0...].starts(with: Array(":]".utf8)) }) else { return nil }
      guard let members = CharacterClass.members(String(decoding: rest[..<end], as: UTF8.self)) else { return nil }
      index = end + 2
      return members
    }
  }
}

/// The character classes of POSIX, over ASCII.
enum CharacterClass {
  static func members(_ name: String) -> [UInt8]? {
    guard let test = tests[name] else { return nil }
    return (0..<128).filter { test($0) }
  }

  private static let tests: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) },
    "alpha": { isLetter($0) },
    "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F },
    "digit": { isDigit($0) },
    "graph": { (0x21...0x7E).contains($0) },
    "lower": { (0x61...0x7A).contains($0) },
    "print": { (0x20...0x7E).contains($0) },
    "punct": { (0x21...0x7E).contains($0) && !isLetter($0) && !isDigit($0) },
    "space": { $0 == 0x20 || (0x09...0x0D).contains($0) },
    "upper": { (0x41...0x5A).contains($0) },
    "xdigit": { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) },
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
