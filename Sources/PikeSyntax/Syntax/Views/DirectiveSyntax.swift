/// A directive of the preprocessor that is an item of a list.
package struct DirectiveSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind.isDirective }

  package var hash: SyntaxToken? { syntax.token(.hash) }
  package var name: SyntaxToken? { syntax.token(.directiveName) }

  /// What stands behind its name.
  package var arguments: [SyntaxToken] {
    guard let name else { return syntax.children.compactMap(\.token).dropFirst().map { $0 } }
    return syntax.children.compactMap(\.token).filter { $0.offset >= name.endOffset }
  }

  /// Of `#define`, what it defines.
  package var define: DefineDirective? {
    guard syntax.kind == .defineDirective else { return nil }
    let start = syntax.range.lowerBound
    return syntax.tree.defineDirectives.first { $0.range.lowerBound == start }
  }

  /// Of `#include`, what is included, with its quotes or angle brackets; empty if it cannot be read.
  package var includeName: String? {
    guard syntax.kind == .includeDirective else { return nil }
    let directives = syntax.tree.directives
    let index = directives.index(at: syntax.range.lowerBound)
    return index < directives.directives.count ? directives.directives[index].includeName(in: syntax.tree.text) : nil
  }
}

/// `#if` with its branches, each of them a list.
package struct ConditionalGroupSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .conditionalGroup }

  /// `#if`, any `#elif`, `#else`, `#endif`, in order.
  package var directives: SyntaxViews<DirectiveSyntax> { syntax.views() }
  package var branches: SyntaxViews<BranchSyntax> { syntax.views() }
}

/// What stands between `#if` and `#else`, and the like.
package struct BranchSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool {
    kind.isInactiveBranch || kind == .declarationBranch || kind == .statementBranch
  }

  package var isActive: Bool { !syntax.kind.isInactiveBranch }

  /// Of a branch that stands between declarations.
  package var declarations: SyntaxViews<DeclarationSyntax> { SyntaxViews(of: holdsStatements ? nil : syntax) }

  /// Of a branch that stands between statements.
  package var statements: SyntaxViews<StatementSyntax> { SyntaxViews(of: holdsStatements ? syntax : nil) }

  /// A branch that is not compiled and does not look like code.
  package var inactiveText: SyntaxToken? { syntax.token(.inactiveText) }

  private var holdsStatements: Bool { syntax.kind == .statementBranch || syntax.kind == .inactiveStatementBranch }
}
