/// Finds the keyword that somebody may have meant: one letter wrong, missing or too much, or two letters swapped.
///
/// (The distance of Damerau and Levenshtein, of which only zero and one matter here.)
enum SpellingHint {
  static func keyword(like word: String) -> String? {
    let letters = Array(word.utf8)
    // Short words are near to too many others.
    guard letters.count >= 4 else { return nil }
    return Keywords.all.map(\.0).filter { $0.utf8.count >= 4 && isNear(letters, Array($0.utf8)) }.min()
  }

  private static func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b || abs(a.count - b.count) > 1 { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (left, right) = (Array(a[start...]), Array(b[start...]))
    if left.count != right.count {
      return left.count > right.count ? Array(left.dropFirst()) == right : left == Array(right.dropFirst())
    }
    if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
    return left.count >= 2 && left[0] == right[1] && left[1] == right[0]
      && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }
}
