/// What a node's children are.
package enum SyntaxElement: Sendable, Hashable {
  case node(SyntaxNode)
  case token(SyntaxToken)

  package var kind: SyntaxKind {
    switch self {
    case .node(let node): node.kind
    case .token(let token): token.kind
    }
  }

  package var tree: SyntaxTree {
    switch self {
    case .node(let node): node.tree
    case .token(let token): token.tree
    }
  }

  package var node: SyntaxNode? { if case .node(let node) = self { node } else { nil } }
  package var token: SyntaxToken? { if case .token(let token) = self { token } else { nil } }
  package var isMissing: Bool { token?.isMissing ?? false }

  package var offset: Int {
    switch self {
    case .node(let node): node.offset
    case .token(let token): token.offset
    }
  }

  package var endOffset: Int {
    switch self {
    case .node(let node): node.endOffset
    case .token(let token): token.endOffset
    }
  }

  package var range: Range<Int> {
    switch self {
    case .node(let node): node.range
    case .token(let token): token.textRange
    }
  }

  package var rangeWithTrivia: Range<Int> { offset..<endOffset }

  package var firstToken: SyntaxToken? {
    switch self {
    case .node(let node): node.firstToken
    case .token(let token): token
    }
  }

  package var lastToken: SyntaxToken? {
    switch self {
    case .node(let node): node.lastToken
    case .token(let token): token
    }
  }
}
