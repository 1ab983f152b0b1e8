/// Finds the keyword that somebody may have meant: one letter wrong, missing or too much, or two letters swapped.
///
/// (The distance of Damerau and Levenshtein, of which only zero and one matter here.)
enum SpellingHint {
  static func keyword(like word: String) -> String? {
    let letters = Array(word.utf8)
    // Short words are near to too many others.
    guard letters.count >= 4 else { return nil }
    return keywords.first { isNear(letters, $0.letters) }?.word
  }

  /// In their order as strings: of several near ones, the first is meant.
  private static let keywords = Keywords.all.map(\.0).filter { $0.utf8.count >= 4 }.sorted().map {
    (word: $0, letters: Array($0.utf8))
  }

  private static func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b || abs(a.count - b.count) > 1 { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (left, right) = (a[start...], b[start...])
    if left.count != right.count {
      return left.count > right.count ? left.dropFirst() == right : left == right.dropFirst()
    }
    if left.dropFirst() == right.dropFirst() { return true }
    return left.count >= 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
      && left.dropFirst(2) == right.dropFirst(2)
  }
}
