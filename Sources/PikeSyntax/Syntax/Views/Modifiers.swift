/// `private final`
package struct ModifierListSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .modifierList }

  package var modifiers: [SyntaxToken] { syntax.children.compactMap(\.token) }
}

/// `__deprecated__`, `__attribute__("name")`
package struct AttributeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .attribute }

  package var keyword: SyntaxToken? { syntax.token(where: \.isKeyword) }
  /// The strings between the parentheses.
  package var names: [SyntaxToken] { syntax.tokens { $0.isString } }
}

/// A declaration that may have modifiers before it.
package protocol ModifiedSyntax: NodeView {}

extension ModifiedSyntax {
  package var modifierList: ModifierListSyntax? { syntax.first() }
  package var modifiers: [SyntaxToken] { modifierList?.modifiers ?? [] }
  package var attributes: SyntaxViews<AttributeSyntax> { syntax.views() }

  package func has(_ modifier: SyntaxKind) -> Bool { modifiers.contains { $0.kind == modifier } }
}

/// A type with a name behind it, which is how functions, variables, parameters and type definitions begin.
struct TypedName {
  private(set) var type: TypeSyntax?
  private(set) var name: SyntaxToken?

  /// Reads the parts behind modifiers, attributes and `typedef`. A name that stands in a declarator is not its business.
  init(_ node: SyntaxNode) {
    var hasType = false
    for element in node.children {
      switch element.kind {
      case .modifierList, .attribute, .typedefKeyword: continue
      case .constantKeyword, .dotDotDot, .dotDot: continue
      default: break
      }
      if !hasType {
        type = TypeSyntax(element)
        hasType = true
      } else if element.kind == .unexpected, type?.element.isMissing == true {
        // What stands in the place of the type.
        continue
      } else {
        // A keyword in the place of the name is unexpected, and no name.
        if case .token(let token) = element, token.kind == .identifier { name = token }
        return
      }
    }
  }
}
