/// `lambda(int a) { … }`
package struct LambdaSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .lambdaExpression }

  package var keyword: SyntaxToken? { syntax.token(.lambdaKeyword) }
  package var parameterList: ParameterListSyntax? { syntax.first() }
  package var body: BlockSyntax? { syntax.first() }
}

/// `catch { … }`, `catch (a)`, and the same with `gauge`.
package struct GuardedSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .catchExpression || kind == .gaugeExpression }

  package var keyword: SyntaxToken? { syntax.firstToken }
  package var block: BlockSyntax? { syntax.first() }
  package var expression: ExpressionSyntax? { syntax.first(after: .leftParenthesis) }
}

/// `typeof(a)`
package struct TypeofSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .typeofExpression }

  package var keyword: SyntaxToken? { syntax.token(.typeofKeyword) }
  package var expression: ExpressionSyntax? { syntax.first(after: .leftParenthesis) }
}

/// `sscanf(a, "%d %s", int b, c)`
package struct SscanfSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .sscanfExpression }

  package var keyword: SyntaxToken? { syntax.token(.sscanfKeyword) }
  /// All that stands between the parentheses.
  package var arguments: SyntaxViews<ExpressionSyntax> { syntax.views() }
  package var input: ExpressionSyntax? { arguments.first }
  package var format: ExpressionSyntax? { arguments.dropFirst().first { _ in true } }
  /// What takes the values.
  package var targets: [ExpressionSyntax] { Array(arguments.dropFirst(2)) }
}
