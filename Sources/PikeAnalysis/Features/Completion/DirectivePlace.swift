import PikeSyntax

/// What can stand in a directive.
enum DirectivePlace {
  /// Nil if it is code like any other.
  static func place(in directive: Range<Int>, _ tree: SyntaxTree, cursor: Int) -> CompletionSite.Place? {
    let tokens = tree.sourceTokens(in: directive.lowerBound..<cursor)
    guard tokens.count > 1, let name = tokens.dropFirst().first else { return .directiveName }
    if name.range.upperBound == cursor { return .directiveName }
    let rest = tree.text.string(in: name.range.upperBound..<cursor)
    switch tree.text.string(in: name.range) {
    case "include": return header(rest.trimmingBlanks)
    case "if", "elif", "elseif", "ifdef", "ifndef", "undef": return .condition
    case "pragma": return .pragma
    case "define": return isInBody(tokens, cursor) ? nil : .nothing
    default: return .nothing
    }
  }

  /// The name is complete, and so are its parameters.
  private static func isInBody(_ tokens: [SourceToken], _ cursor: Int) -> Bool {
    guard tokens.count > 2, tokens[2].range.upperBound < cursor else { return false }
    let takesArguments =
      tokens.count > 3 && tokens[3].kind == .leftParenthesis
      && tokens[3].range.lowerBound == tokens[2].range.upperBound
    return !takesArguments || tokens.contains { $0.kind == .rightParenthesis }
  }

  private static func header(_ text: Substring) -> CompletionSite.Place {
    guard let quote = text.first, quote == "<" || quote == "\"" else { return .nothing }
    let path = text.dropFirst()
    guard !path.contains(quote == "<" ? ">" : "\"") else { return .nothing }
    return .header(isSystem: quote == "<", directory: CompletionSite.directory(of: String(path)))
  }
}
