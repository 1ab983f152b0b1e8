/// `(condition) body` behind `while` and `switch`.
package protocol ConditionAndBodySyntax: NodeView {}

extension ConditionAndBodySyntax {
  package var keyword: SyntaxToken? { syntax.token(where: \.isStatementKeyword) }
  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var condition: ExpressionSyntax? { syntax.first(after: .leftParenthesis, before: .rightParenthesis) }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
  package var body: StatementSyntax? { syntax.body }
}

/// `while (condition) body`
package struct WhileSyntax: ConditionAndBodySyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .whileStatement }
}

/// `switch (value) body`; the labels are statements of the body.
package struct SwitchSyntax: ConditionAndBodySyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .switchStatement }
}

extension SyntaxNode {
  /// The statement behind the parentheses.
  fileprivate var body: StatementSyntax? {
    // Without the parentheses it follows the token that says so.
    first(after: .rightParenthesis) ?? first(after: .leftParenthesis)
  }
}

/// `if (a) b else if (c) d else e`: one node, however many there are.
package struct IfSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .ifStatement }

  /// `if (condition) body`, or the last `else body`, which has no condition.
  package struct Clause: Sendable {
    package var elseKeyword: SyntaxToken?
    package var ifKeyword: SyntaxToken?
    package var leftParenthesis: SyntaxToken?
    package var condition: ExpressionSyntax?
    package var rightParenthesis: SyntaxToken?
    package var body: StatementSyntax?
  }

  package var clauses: [Clause] {
    var result: [Clause] = []
    for element in syntax.children {
      if case .token(let token) = element, token.kind == .elseKeyword || token.kind == .ifKeyword {
        if token.kind == .elseKeyword || result.last?.takesIf != true { result.append(Clause()) }
      }
      if let last = result.indices.last { result[last].add(element) }
    }
    return result
  }
}

extension IfSyntax.Clause {
  /// Whether an `if` that comes now belongs to it.
  fileprivate var takesIf: Bool { elseKeyword != nil && ifKeyword == nil && body == nil }

  fileprivate mutating func add(_ element: SyntaxElement) {
    switch element {
    case .token(let token) where token.kind == .elseKeyword: elseKeyword = token
    case .token(let token) where token.kind == .ifKeyword: ifKeyword = token
    case .token(let token) where token.kind == .leftParenthesis: leftParenthesis = token
    case .token(let token) where token.kind == .rightParenthesis: rightParenthesis = token
    default:
      // What stands between the parentheses is the condition, and what does not, the body.
      if leftParenthesis?.isMissing == false, rightParenthesis == nil {
        condition = condition ?? ExpressionSyntax(element)
      } else {
        body = body ?? StatementSyntax(element)
      }
    }
  }
}

/// `do body while (condition);`
package struct DoSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .doStatement }

  package var keyword: SyntaxToken? { syntax.token(.doKeyword) }
  package var body: StatementSyntax? { syntax.first(before: { $0 == .whileKeyword }) }
  package var whileKeyword: SyntaxToken? { syntax.token(.whileKeyword) }
  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var condition: ExpressionSyntax? { syntax.first(after: .leftParenthesis, before: .rightParenthesis) }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
  /// The last one: a body that is missing is a `;` too.
  package var semicolon: SyntaxToken? {
    guard let last = syntax.lastToken, last.kind == .semicolon, last != body?.element.token else { return nil }
    return last
  }
}

/// `for (first; condition; step) body`
package struct ForSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .forStatement }

  package var keyword: SyntaxToken? { syntax.token(.forKeyword) }
  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var initializer: ExpressionSyntax? { part(0) }
  package var condition: ExpressionSyntax? { part(1) }
  package var step: ExpressionSyntax? { part(2) }
  /// The two between the parts.
  package var semicolons: [SyntaxToken] {
    let end = rightParenthesis?.offset ?? leftParenthesis?.endOffset ?? syntax.offset
    return Array(syntax.tokens { $0 == .semicolon }.filter { $0.endOffset <= end }.prefix(2))
  }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
  package var body: StatementSyntax? { syntax.body }

  private func part(_ number: Int) -> ExpressionSyntax? {
    var semicolons = 0
    for element in syntax.children {
      if element.kind == .rightParenthesis { return nil }
      if element.kind == .semicolon { semicolons += 1 }
      if semicolons == number, let part = ExpressionSyntax(element) { return part }
    }
    return nil
  }
}

/// `foreach (values, value) body`, `foreach (values; index; value) body`
package struct ForeachSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .foreachStatement }

  package var keyword: SyntaxToken? { syntax.token(.foreachKeyword) }
  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var collection: ExpressionSyntax? {
    syntax.first(
      after: { $0 == .leftParenthesis }, before: { $0 == .comma || $0 == .semicolon || $0 == .rightParenthesis })
  }
  /// `,` or the first `;`
  package var separator: SyntaxToken? { syntax.token { $0 == .comma || $0 == .semicolon } }
  /// What takes each index, if it is asked for.
  package var index: ExpressionSyntax? { hasIndex ? part(1) : nil }
  /// What takes each value.
  package var value: ExpressionSyntax? { hasIndex ? part(2) : part(1) }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
  package var body: StatementSyntax? { syntax.body }

  private var hasIndex: Bool { separator?.kind == .semicolon }

  private func part(_ number: Int) -> ExpressionSyntax? {
    var separators = 0
    for element in syntax.children {
      if element.kind == .rightParenthesis { return nil }
      if element.kind == .semicolon || element.kind == .comma {
        separators += 1
      } else if separators == number, let part = ExpressionSyntax(element) {
        return part
      }
    }
    return nil
  }
}
