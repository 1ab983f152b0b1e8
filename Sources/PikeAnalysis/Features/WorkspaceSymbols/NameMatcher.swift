/// How well a name fits what somebody typed to find it.
struct NameMatcher {
  /// From the best to the worst.
  enum Rank: UInt8, Comparable {
    case exact, exactButCase, prefix, prefixButCase, wordPrefix, wordBeginnings, inside, scattered

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private let typed: [UInt8]
  private let pattern: [UInt8]
  private let letters: LetterSet

  init(_ text: some StringProtocol) {
    typed = Array(text.utf8)
    pattern = typed.map(\.lowercased)
    letters = LetterSet(pattern)
  }

  /// Nil if the letters do not occur in that order. Capitals and small letters are the same.
  @inline(__always)
  func rank(_ name: UnsafeBufferPointer<UInt8>, letters: LetterSet) -> Rank? {
    guard letters.includes(self.letters), name.count >= pattern.count, isScattered(in: name) else { return nil }
    return closerRank(name)
  }

  func rank(_ name: String) -> Rank? {
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { rank($0, letters: LetterSet(bytes)) }
  }

  private func closerRank(_ name: UnsafeBufferPointer<UInt8>) -> Rank {
    if pattern.isEmpty { return .scattered }
    if matches(name, at: 0) {
      let isSameCase = zip(typed, name).allSatisfy { $0 == $1 }
      return name.count == pattern.count ? (isSameCase ? .exact : .exactButCase) : isSameCase ? .prefix : .prefixButCase
    }
    var isInside = false
    for start in 1..<max(name.count - pattern.count + 1, 1) where matches(name, at: start) {
      if Self.beginsWord(name, start) { return .wordPrefix }
      isInside = true
    }
    if followsWords(of: name) { return .wordBeginnings }
    return isInside ? .inside : .scattered
  }

  private func isScattered(in name: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    for byte in name where next < pattern.count && byte.lowercased == pattern[next] { next += 1 }
    return next == pattern.count
  }

  private func matches(_ name: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + pattern.count <= name.count else { return false }
    for index in pattern.indices where name[start + index].lowercased != pattern[index] { return false }
    return true
  }

  /// `gcd` fits `GetCompletionData`, `getcdata` too: each letter goes on from the one before or begins a word.
  private func followsWords(of name: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    var isGoingOn = false
    for index in name.indices {
      guard next < pattern.count else { break }
      isGoingOn = name[index].lowercased == pattern[next] && (isGoingOn || Self.beginsWord(name, index))
      if isGoingOn { next += 1 }
    }
    return next == pattern.count
  }

  private static func beginsWord(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let (before, own) = (name[index - 1], name[index])
    return !before.isLetterOrDigit || own.isCapital && !before.isCapital
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { self &- 0x41 < 26 }
  fileprivate var isLetterOrDigit: Bool { lowercased &- 0x61 < 26 || self &- 0x30 < 10 || self >= 0x80 }
}
