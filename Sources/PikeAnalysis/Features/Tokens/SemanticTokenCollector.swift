import PikeSyntax

/// All tokens of a part of a file in order, in one pass: what the lexer knows, what the syntax says of names, and what `resolve` knows
/// better.
struct SemanticTokenCollector {
  private let tree: SyntaxTree
  private let range: Range<Int>
  private let resolve: (SyntaxToken) -> IdentifierRole.Style?
  private var output: SemanticTokenOutput
  private var stack: [Frame] = []

  private struct Frame {
    var node: SyntaxNode
    var children: SyntaxChildren.Iterator
    var isInClass: Bool
    var isBehindType = false
    /// Behind the node stands a call's parenthesis.
    var isCalled: Bool
  }

  /// `resolve` says what a name means, or nil to go by the syntax.
  static func tokens(
    of tree: SyntaxTree, in range: Range<Int>, _ positions: FilePositions,
    resolve: (SyntaxToken) -> IdentifierRole.Style?
  ) -> [SemanticToken] {
    withoutActuallyEscaping(resolve) { resolve in
      var collector = SemanticTokenCollector(
        tree: tree, range: range, resolve: resolve, output: SemanticTokenOutput(positions: positions, range: range))
      collector.collect()
      return collector.output.tokens
    }
  }

  private mutating func collect() {
    let root = tree.rootNode
    stack.append(Frame(node: root, children: root.children.makeIterator(), isInClass: false, isCalled: false))
    while let frame = stack.indices.last {
      guard let element = stack[frame].children.next(), element.offset < range.upperBound else {
        stack.removeLast()
        continue
      }
      if element.endOffset >= range.lowerBound { visit(element, in: frame) }
      if !element.kind.standsBeforeType { stack[frame].isBehindType = true }
    }
  }

  private mutating func visit(_ element: SyntaxElement, in frame: Int) {
    switch element {
    case .node(let node):
      let isInClass = stack[frame].isInClass || node.kind == .classBody
      let isCalled = isCalled(in: frame)
      stack.append(
        Frame(node: node, children: node.children.makeIterator(), isInClass: isInClass, isCalled: isCalled))
    case .token(let token): visit(token, in: frame)
    }
  }

  /// Whether a call follows what was taken last from the frame.
  private func isCalled(in frame: Int) -> Bool {
    var rest = stack[frame].children
    guard let next = rest.next() else { return stack[frame].isCalled }
    return next.kind == .callSuffix
  }

  // MARK: Tokens

  private mutating func visit(_ token: SyntaxToken, in frame: Int) {
    if token.hasMoreThanBlanksBefore { visitTrivia(of: token) }
    guard !token.isMissing, !token.isVirtual, !token.textRange.isEmpty else { return }
    if token.kind == .identifier || token.kind == .reservedName {
      let style = style(of: token, in: frame)
      output.add(token.textRange, style.kind, style.modifiers)
    } else if stack[frame].node.kind.isDirective, token.kind == .hash || token.kind == .directiveName {
      output.add(token.textRange, .keyword)
    } else if stack[frame].node.kind == .memberSuffix, token.kind.isKeyword {
      output.add(token.textRange, isCalled(in: frame) ? .method : .property)
    } else if let kind = SemanticToken.Kind(token.kind) {
      output.add(token.textRange, kind)
    }
  }

  private func style(of token: SyntaxToken, in frame: Int) -> IdentifierRole.Style {
    if token.namesMacro { return (.macro, []) }
    if let resolved = resolve(token) { return resolved }
    var rest = stack[frame].children
    return IdentifierRole.style(
      of: IdentifierRole.Surroundings(
        parent: stack[frame].node.kind, grandparent: frame > 0 ? stack[frame - 1].node.kind : .sourceFile,
        isInClass: stack[frame].isInClass, isBehindType: stack[frame].isBehindType, isLast: rest.next() == nil,
        isCalled: isCalled(in: frame)))
  }

  // MARK: Trivia

  private mutating func visitTrivia(of token: SyntaxToken) {
    for piece in token.leadingTrivia {
      switch piece.kind {
      case .lineComment, .blockComment, .hashBang, .inactiveText: output.add(piece.range, .comment)
      case .docComment, .docBlockComment: output.add(piece.range, .comment, .documentation)
      case .directive: addDirective(piece.range)
      case .macroUse: addMacroUse(piece.range)
      default: break
      }
    }
  }

  /// `#` and the name behind it, which the lexer takes for a keyword or a name.
  private mutating func addDirective(_ range: Range<Int>) {
    for (index, token) in tree.sourceTokens(in: range).enumerated() {
      if index < 2 {
        output.add(token.range, .keyword)
      } else if token.kind == .identifier || token.kind == .reservedName {
        output.add(token.range, .macro)
      } else if let kind = SemanticToken.Kind(token.kind) {
        output.add(token.range, kind)
      }
    }
  }

  private mutating func addMacroUse(_ range: Range<Int>) {
    for (index, token) in tree.sourceTokens(in: range).enumerated() {
      if index == 0 {
        output.add(token.range, .macro)
      } else if token.kind == .identifier || token.kind == .reservedName {
        output.add(token.range, .variable)
      } else if let kind = SemanticToken.Kind(token.kind) {
        output.add(token.range, kind)
      }
    }
  }
}

extension SyntaxKind {
  /// What stands before the type of a declaration and is no part of it.
  fileprivate var standsBeforeType: Bool {
    self == .modifierList || self == .attribute || self == .typedefKeyword
  }
}

extension SemanticToken.Kind {
  /// Of a token that is no name; nil of punctuation.
  init?(_ kind: SyntaxKind) {
    switch kind {
    case .integer, .float, .bits, .malformedNumber: self = .number
    case .character, .unterminatedCharacter: self = .string
    case .inactiveText: self = .comment
    case .funcKeyword: self = .keyword
    case _ where kind.isString: self = .string
    case _ where kind.isTypeKeyword && kind != .attributeKeyword && kind != .deprecatedKeyword: self = .type
    case _ where kind.isKeyword: self = .keyword
    case _ where kind.isOperator: self = .operator
    default: return nil
    }
  }
}

extension SyntaxKind {
  fileprivate var isOperator: Bool {
    rawValue >= SyntaxKind.arrow.rawValue && rawValue <= SyntaxKind.shiftRightEqual.rawValue
  }
}
