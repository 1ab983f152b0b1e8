/// Pieces of Markdown that show text as it stands.
enum Markdown {
  /// Code within a line. The marks around it are longer than any row of them in it.
  static func code(_ text: some StringProtocol) -> String {
    guard !text.isEmpty else { return "" }
    let longest = longestRow(in: text)
    guard longest > 0 else { return "`\(text)`" }
    let mark = String(repeating: "`", count: longest + 1)
    return "\(mark) \(text) \(mark)"
  }

  /// A block of Pike code.
  static func fence(_ code: some StringProtocol) -> String {
    let mark = String(repeating: "`", count: max(3, longestRow(in: code) + 1))
    return "\(mark)pike\n\(code)\n\(mark)"
  }

  private static func longestRow(in text: some StringProtocol) -> Int {
    var longest = 0
    var row = 0
    for character in text {
      row = character == "`" ? row + 1 : 0
      longest = max(longest, row)
    }
    return longest
  }
}
