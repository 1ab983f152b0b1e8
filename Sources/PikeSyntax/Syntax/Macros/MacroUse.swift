/// A macro's use that is replaced by other tokens, or by none: it stands in the trivia before them.
///
/// Uses that look like a name or a call are parsed as such; see `SyntaxToken.namesMacro`.
package struct MacroUse: Sendable {
  package let tree: SyntaxTree
  /// The name, and the arguments if it takes any.
  package let range: Range<Int>
  package let nameRange: Range<Int>

  init(tree: SyntaxTree, range: Range<Int>) {
    self.tree = tree
    self.range = range
    var lexer = Lexer(tree.text, range: range)
    let name = lexer.next()
    nameRange = name.start..<name.end
  }

  package var name: String { tree.text.string(in: nameRange) }

  /// The tokens between its parentheses, those included.
  package var argumentTokens: [SourceToken] { tree.sourceTokens(in: nameRange.upperBound..<range.upperBound) }

  /// Where the name was defined, if that is in this file.
  package var definition: DefineDirective? { tree.defineDirective(of: nameRange) }

  /// What it stands for; empty if it stands for nothing.
  package var expansion: [ExpandedToken] { MacroTextExpander.expand(self) ?? [] }

  /// The use that the trivia end in.
  static func last(in trivia: Range<Int>, of tree: SyntaxTree) -> MacroUse? {
    guard let piece = TriviaReader.read(trivia, in: tree).last, piece.kind == .macroUse else { return nil }
    return MacroUse(tree: tree, range: piece.range)
  }
}

/// A token of a piece of text that is not in the tree: of a macro's use, a directive, or a branch that is not compiled.
package struct SourceToken: Sendable, Hashable {
  package var kind: SyntaxKind
  package var range: Range<Int>
}

extension SyntaxTree {
  /// The tokens that a piece of the text is made of, for places which the tree does not look into. A directive is one
  /// token, unless `range` begins with its `#`.
  package func sourceTokens(in range: Range<Int>) -> [SourceToken] {
    var lexer = Lexer(text, range: range.clamped(to: 0..<text.count))
    var result: [SourceToken] = []
    while true {
      let token = lexer.next()
      if token.kind == .endOfFile { return result }
      if token.kind == .directive, token.start == range.lowerBound {
        lexer.position = token.start + 1
        result.append(SourceToken(kind: .hash, range: token.start..<token.start + 1))
      } else {
        result.append(SourceToken(kind: token.kind, range: token.start..<token.end))
      }
    }
  }

  /// The uses of macros that are replaced by other tokens, in order.
  package var macroUses: [MacroUse] {
    guard !directives.structure.macros.isEmpty else { return [] }
    var result: [MacroUse] = []
    for token in rootNode.tokens where token.element.triviaWidth > 0 {
      for piece in token.leadingTrivia where piece.kind == .macroUse {
        result.append(MacroUse(tree: self, range: piece.range))
      }
    }
    return result
  }
}

extension SyntaxToken {
  /// Whether the token is a name that a macro was defined for, although it is parsed as a name.
  package var namesMacro: Bool {
    kind == .identifier && !isVirtual && !isMissing && tree.macro(named: textRange) != nil
  }

  /// Where that macro was defined, if that is in this file.
  package var macroDefinition: DefineDirective? { namesMacro ? tree.defineDirective(of: textRange) : nil }
}
