import PikeSyntax

/// A piece of a text in one line, as it was written but for white space and comments.
enum SourceLine {
  /// What has more characters than `limit` is cut and says so.
  static func text(of element: SyntaxElement, limit: Int = 120) -> String {
    var result = ""
    func append(_ token: SyntaxToken) {
      guard !token.isMissing else { return }
      if !result.isEmpty, !token.triviaRange.isEmpty { result += " " }
      let text = token.text
      let isOneLine = !text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      result += isOneLine ? text : String(text.map { $0.isNewline ? " " : $0 })
    }
    switch element {
    case .token(let token): append(token)
    case .node(let node):
      for token in node.tokens where token.kind != .endOfFile {
        append(token)
        // Counting all characters at each token would take quadratic time.
        if result.utf8.count > limit * 4 { break }
      }
    }
    return result.count > limit ? result.prefix(limit - 1) + "…" : result
  }

  static func text(of node: SyntaxNode, limit: Int = 120) -> String { text(of: .node(node), limit: limit) }
}
