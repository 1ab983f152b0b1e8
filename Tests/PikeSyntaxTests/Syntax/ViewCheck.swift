import PikeSyntax

/// What must hold of the views of any tree, however broken its text.
enum ViewCheck {
  /// The first things that are wrong, each with where it is; empty if all is right.
  static func faults(of tree: SyntaxTree, limit: Int = 5) -> [String] {
    let tokens = Array(tree.rootNode.tokens)
    var faults = textFaults(tree, tokens) + triviaFaults(tree, tokens) + macroFaults(tokens)
    let walker = ViewWalker.walk(tree)
    faults += reachFaults(tree, walker) + nameFaults(tree, walker)
    return Array(faults.prefix(limit))
  }

  static func describe(_ fault: String, _ tree: SyntaxTree, _ range: Range<Int>) -> String {
    let line = LineIndex(tree.text).line(at: range.lowerBound) + 1
    let end = min(range.upperBound, range.lowerBound + 60)
    return "\(fault) at \(line): \(tree.text.string(in: range.lowerBound..<end).debugDescription)"
  }

  /// The tokens are the text, one behind the other.
  private static func textFaults(_ tree: SyntaxTree, _ tokens: [SyntaxToken]) -> [String] {
    var end = 0
    for token in tokens {
      if token.offset != end {
        return [describe("a token begins elsewhere than the one before ends", tree, token.textRange)]
      }
      end = token.endOffset
    }
    return end == tree.text.count ? [] : ["the tokens end at \(end) of \(tree.text.count)"]
  }

  /// The pieces are the trivia, one behind the other, and each is known for what it is.
  private static func triviaFaults(_ tree: SyntaxTree, _ tokens: [SyntaxToken]) -> [String] {
    var faults: [String] = []
    for token in tokens {
      var end = token.offset
      for piece in token.leadingTrivia {
        if piece.range.lowerBound != end || piece.range.isEmpty {
          faults.append(describe("a gap in trivia", tree, piece.range))
        }
        if piece.kind == .other { faults.append(describe("trivia of unknown kind", tree, piece.range)) }
        end = piece.range.upperBound
      }
      if end != token.textOffset { faults.append(describe("trivia end too early", tree, token.triviaRange)) }
    }
    return faults
  }

  /// Each token out of a macro is what the macro says.
  private static func macroFaults(_ tokens: [SyntaxToken]) -> [String] {
    var faults: [String] = []
    var use: (offset: Int, expansion: [ExpandedToken], next: Int)?
    for token in tokens where !token.isMissing {
      guard token.isVirtual else {
        use = nil
        continue
      }
      if !token.triviaRange.isEmpty { use = (token.textOffset, token.macroUse?.expansion ?? [], 0) }
      let next = use?.next ?? 0
      if use == nil || next >= (use?.expansion.count ?? 0) || use?.expansion[next].kind != token.kind {
        faults.append(
          describe("a token that its macro does not have: \(token.kind)", token.tree, token.rangeWithTrivia))
      }
      // Asking a token itself is slow; the first few of each use are enough.
      if next < 4, token.expanded != use?.expansion[next] {
        faults.append(describe("a token has the text of another: \(token.kind)", token.tree, token.rangeWithTrivia))
      }
      use?.next += 1
    }
    return faults
  }

  /// The views lead to each node and to each token that says something.
  private static func reachFaults(_ tree: SyntaxTree, _ walker: ViewWalker) -> [String] {
    var faults: [String] = []
    func visit(_ node: SyntaxNode) {
      // What is in these is nobody's field.
      if node.kind == .unexpected || node.kind == .tooDeep { return }
      if !walker.nodes.contains(node) {
        return faults.append(describe("no view leads to \(node.kind)", tree, node.range))
      }
      for child in node.children {
        switch child {
        case .node(let inner): visit(inner)
        case .token(let token):
          guard !token.kind.isSilent, !token.isMissing, !walker.tokens.contains(token) else { continue }
          faults.append(describe("no view of \(node.kind) leads to \(token.kind)", tree, token.textRange))
        }
      }
    }
    visit(tree.rootNode)
    return faults
  }

  /// The walk finds the names that are declared, and no others: those that stand in a declaration, not in the place of its type.
  private static func nameFaults(_ tree: SyntaxTree, _ walker: ViewWalker) -> [String] {
    var expected: Set<SyntaxToken> = []
    func visit(_ node: SyntaxNode) {
      if node.kind == .unexpected || node.kind == .tooDeep { return }
      if let typePosition = node.kind.positionOfType { expected.formUnion(names(in: node, typePosition)) }
      for case .node(let inner) in node.children { visit(inner) }
    }
    visit(tree.rootNode)
    let found = Set(walker.declaredNames)
    return found.symmetricDifference(expected).sorted { $0.offset < $1.offset }.map {
      describe(found.contains($0) ? "no declaration's name" : "a name that no view found", tree, $0.textRange)
    }
  }

  /// The names among a declaration's own parts, up to its value.
  private static func names(in node: SyntaxNode, _ typePosition: Int) -> [SyntaxToken] {
    var result: [SyntaxToken] = []
    for (position, part) in node.children.filter({ !$0.kind.isBeforeType }).enumerated() where position != typePosition
    {
      if case .token(let token) = part, token.kind == .identifier, !token.isMissing { result.append(token) }
      if position > 0, part.kind == .equal || part.kind == .colon { break }
    }
    return result
  }
}

extension SyntaxKind {
  /// Punctuation that says no more than the node in which it stands.
  fileprivate var isSilent: Bool {
    switch self {
    case .comma, .semicolon, .colon, .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .leftBracket,
      .rightBracket, .multisetStart, .multisetEnd, .pipe, .dotDot, .dotDotDot, .plus:
      true
    default: false
    }
  }

  /// Which part of such a declaration is its type; -1 if it has none; nil for what declares nothing.
  fileprivate var positionOfType: Int? {
    switch self {
    case .functionDeclaration, .localFunctionStatement, .parameter, .typedLvalue, .typedefDeclaration: 0
    case .declarator, .enumMember, .classDeclaration, .enumDeclaration, .inheritName, .labeledStatement: -1
    default: nil
    }
  }

  fileprivate var isBeforeType: Bool { self == .modifierList || self == .attribute || self == .typedefKeyword }
}
