/// `a, b, c`
package struct CommaExpressionSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .commaExpression }

  package var expressions: SyntaxViews<ExpressionSyntax> { syntax.views() }
}

/// `a = b += c`: one node, however long. Each operator assigns all that is to its right.
package struct AssignmentSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .assignmentExpression }

  /// One more than there are operators.
  package var operands: SyntaxViews<ExpressionSyntax> { syntax.views() }

  /// One that stands behind what cannot be assigned to is unexpected, and an operator all the same.
  package var operators: [SyntaxToken] {
    syntax.children.compactMap { element in
      switch element {
      case .token(let token): token.kind.isAssignment ? token : nil
      case .node(let node): node.kind == .unexpected ? node.firstToken.flatMap { $0.kind.isAssignment ? $0 : nil } : nil
      }
    }
  }

  /// What is assigned to, in order; all operands but the last.
  package var targets: [ExpressionSyntax] { Array(operands).dropLast() }
  /// What is assigned in the end.
  package var value: ExpressionSyntax? { operands.reduce(nil) { $1 } }
}

/// `a + b - c`: operators that bind as tightly as each other, from left to right; one node, however long.
package struct InfixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .infixExpression }

  /// One more than there are operators.
  package var operands: SyntaxViews<ExpressionSyntax> { syntax.views() }
  package var operators: [SyntaxToken] { syntax.tokens { $0.bindingPower > 0 } }

  package var first: ExpressionSyntax? { operands.first }
  /// Each operator with what stands to its right.
  package var rest: [(operator: SyntaxToken, operand: ExpressionSyntax)] {
    zip(operators, operands.dropFirst()).map { ($0, $1) }
  }
}

/// `a ? b : c ? d : e`: one node, however long.
package struct ConditionalSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .conditionalExpression }

  /// Conditions, values, and the last alternative, in order.
  package var operands: SyntaxViews<ExpressionSyntax> { syntax.views() }
  /// `?` and `:` in turn.
  package var operators: [SyntaxToken] { syntax.tokens { $0 == .question || $0 == .colon } }

  /// Each condition with what is taken if it holds.
  package var branches: [(condition: ExpressionSyntax, value: ExpressionSyntax)] {
    let all = Array(operands)
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }

  /// What is taken if no condition holds.
  package var alternative: ExpressionSyntax? {
    let all = Array(operands)
    return all.count % 2 == 1 ? all.last : nil
  }
}

/// `-a`, `!a`, `~a`, `++a`, `--a`
package struct PrefixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .prefixExpression }

  package var `operator`: SyntaxToken? { syntax.firstToken }
  package var operand: ExpressionSyntax? { syntax.first() }
}

/// `(int)a`, and `[int]a`, which changes nothing at run time.
package struct CastSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .castExpression || kind == .softCastExpression }

  package var isSoft: Bool { syntax.kind == .softCastExpression }
  package var type: TypeSyntax? { syntax.first(after: isSoft ? .leftBracket : .leftParenthesis) }
  package var operand: ExpressionSyntax? { syntax.first(after: isSoft ? .rightBracket : .rightParenthesis) }
}

/// `@a`
package struct SpreadSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .spreadExpression }

  package var at: SyntaxToken? { syntax.token(.at) }
  package var expression: ExpressionSyntax? { syntax.first() }
}

/// `<1`, in an index: counted from the end.
package struct RangeBoundSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .rangeBound }

  package var less: SyntaxToken? { syntax.token(.less) }
  package var expression: ExpressionSyntax? { syntax.first() }
}

/// `[a, int b, [c, d]]` before `=`, or where values are received.
package struct DestructuringSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .destructuring }

  package var targets: SyntaxViews<ExpressionSyntax> { syntax.views() }
}

/// `int a`, where a value is received.
package struct TypedLvalueSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .typedLvalue }

  package var type: TypeSyntax? { TypedName(syntax).type }
  package var name: SyntaxToken? { TypedName(syntax).name }
}
