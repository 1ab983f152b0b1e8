/// Finds what an edit does to the tokens: the text is cut into tokens anew from the last token before the edit that cannot
/// know of it, until a token ends where one ended before.
enum DamageFinder {
  static func damage(of edit: TextEdit, in tree: SyntaxTree, newText: SourceText) -> Damage {
    let range = edit.range.clamped(to: 0..<tree.text.count)
    let delta = newText.count - tree.text.count
    var leaves = LeafCursor(root: tree.root)
    // A token that ends shortly before the edit may go on into it.
    let start = leaves.leafStart(containing: max(0, range.lowerBound - Lexer.lookahead))
    var lexer = Lexer(newText, from: start)
    let editEnd = range.upperBound + delta
    while true {
      let token = lexer.next()
      if token.kind == .endOfFile {
        return Damage(oldRange: start..<tree.text.count + 1, newRange: start..<newText.count + 1)
      }
      if token.end >= editEnd, leaves.isLeafEnd(token.end - delta) {
        return Damage(oldRange: start..<token.end - delta, newRange: start..<token.end)
      }
    }
  }
}

/// Walks over the tokens of a tree, forwards. A directive is one token, as it is for the lexer.
struct LeafCursor {
  private var path: [(node: GreenNode, index: Int)]
  /// Where the current leaf begins, and its width.
  private var start = 0
  private var width = 0

  init(root: GreenNode) {
    path = [(root, 0)]
  }

  /// Where the token begins, with its trivia, that contains `offset`.
  mutating func leafStart(containing offset: Int) -> Int {
    seek { $0 > offset }
    return start
  }

  /// Whether a token ends at `offset`. Asked with growing offsets.
  mutating func isLeafEnd(_ offset: Int) -> Bool {
    seek { $0 >= offset }
    return start + width == offset && width > 0
  }

  /// Goes on to the first leaf whose end satisfies `condition`.
  private mutating func seek(until condition: (Int) -> Bool) {
    if width > 0, condition(start + width) { return }
    start += width
    width = 0
    while let (node, index) = path.last {
      guard index < node.childCount else {
        path.removeLast()
        continue
      }
      let child = node[index]
      path[path.count - 1].index += 1
      if let inner = child.node, !inner.kind.isDirective {
        if condition(start + inner.width), inner.width > 0 { path.append((inner, 0)) } else { start += inner.width }
      } else if child.width > 0, condition(start + child.width) {
        width = child.width
        return
      } else {
        start += child.width
      }
    }
  }
}
