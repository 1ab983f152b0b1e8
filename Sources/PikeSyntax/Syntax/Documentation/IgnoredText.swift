/// What stands between the comments `//! @ignore` and `//! @endignore`, which document nothing and are about nothing.
///
/// Pike's extractor refuses a text in which one of them lacks the other; here such a one has no meaning, or a comment that is being
/// written would take the documentation from all that follows.
struct IgnoredText {
  /// From the one comment's beginning to the other's end, in order.
  private(set) var ranges: [Range<Int>] = []

  init(in tree: SyntaxTree) {
    var open: [Int] = []
    for place in NameFinder.occurrences(of: Array("ignore".utf8), in: tree.text, range: 0..<tree.text.count) {
      guard let comment = Self.comment(around: place, in: tree) else { continue }
      switch DocumentationText.strip(tree.text.string(in: comment), .docComment).drop(while: \.isWhitespace) {
      case "@ignore": open.append(comment.lowerBound)
      case "@endignore":
        guard let start = open.popLast() else { continue }
        // Those inside are part of it.
        while let last = ranges.last, last.lowerBound >= start { ranges.removeLast() }
        ranges.append(start..<comment.upperBound)
      default: break
      }
    }
  }

  func contains(_ offset: Int) -> Bool {
    let next = ranges.firstIndex(behind: { $0.upperBound > offset })
    return next < ranges.count && ranges[next].contains(offset)
  }

  /// The comment in which `place` lies, if it may be one of those.
  private static func comment(around place: Int, in tree: SyntaxTree) -> Range<Int>? {
    var start = place
    while start > 0, tree.text[start - 1] != UInt8(ascii: "@") {
      // `end` at most.
      if place - start == 3 { return nil }
      start -= 1
    }
    guard start > 0 else { return nil }
    return tree.path(to: place).token.leadingTrivia.first { $0.range.contains(place) && $0.kind == .docComment }?.range
  }
}
