/// A typed look at an element of the tree. Views add nothing to it: they name its parts, and of a broken text the parts that
/// are there. What a text lacks is nil, or a token that is missing.
package protocol SyntaxView: Sendable, Hashable {
  /// Nil if the element is something else.
  init?(_ element: SyntaxElement)
  var element: SyntaxElement { get }
}

/// A view of a node. (Some expressions and types are single tokens.)
package protocol NodeView: SyntaxView {
  static func accepts(_ kind: SyntaxKind) -> Bool
  var syntax: SyntaxNode { get }
  /// Only for nodes of an accepted kind.
  init(unchecked syntax: SyntaxNode)
}

extension NodeView {
  package init?(_ element: SyntaxElement) {
    guard case .node(let node) = element else { return nil }
    self.init(node)
  }

  package init?(_ node: SyntaxNode) {
    guard Self.accepts(node.kind) else { return nil }
    self.init(unchecked: node)
  }

  package var element: SyntaxElement { .node(syntax) }
}

/// The children of a node that have one view.
package struct SyntaxViews<View: SyntaxView>: Sequence, Sendable {
  private let parent: SyntaxNode?

  init(of parent: SyntaxNode?) { self.parent = parent }

  package func makeIterator() -> Iterator { Iterator(children: parent?.children.makeIterator()) }

  package struct Iterator: IteratorProtocol {
    fileprivate var children: SyntaxChildren.Iterator?

    package mutating func next() -> View? {
      while let element = children?.next() {
        if let view = View(element) { return view }
      }
      return nil
    }
  }

  package var first: View? {
    var iterator = makeIterator()
    return iterator.next()
  }
}

extension SyntaxKind {
  var isDots: Bool { self == .dotDot || self == .dotDotDot }
}

/// How views find their parts.
extension SyntaxNode {
  func views<View: SyntaxView>(_: View.Type = View.self) -> SyntaxViews<View> { SyntaxViews(of: self) }

  func first<View: SyntaxView>(_: View.Type = View.self) -> View? { SyntaxViews<View>(of: self).first }

  func token(_ kind: SyntaxKind) -> SyntaxToken? { token { $0 == kind } }

  func token(where matches: (SyntaxKind) -> Bool) -> SyntaxToken? {
    for case .token(let token) in children where matches(token.kind) { return token }
    return nil
  }

  func tokens(where matches: (SyntaxKind) -> Bool) -> [SyntaxToken] {
    children.compactMap(\.token).filter { matches($0.kind) }
  }

  /// The first part with such a view behind the first token that `opens`, and before any later one that `closes`.
  func first<View: SyntaxView>(
    _: View.Type = View.self, after opens: (SyntaxKind) -> Bool, before closes: (SyntaxKind) -> Bool = { _ in false }
  ) -> View? {
    var isBehind = false
    for element in children {
      if isBehind {
        // A part may itself be a token, or be missing; then it is one before it is anything else.
        if let view = View(element) { return view }
        if case .token(let token) = element, closes(token.kind) { return nil }
      } else if case .token(let token) = element, opens(token.kind) {
        isBehind = true
      }
    }
    return nil
  }

  func first<View: SyntaxView>(_: View.Type = View.self, after kind: SyntaxKind, before end: SyntaxKind? = nil) -> View?
  {
    first(View.self, after: { $0 == kind }, before: { $0 == end })
  }

  /// The first part with such a view, unless a token that `closes` comes before it.
  func first<View: SyntaxView>(_: View.Type = View.self, before closes: (SyntaxKind) -> Bool) -> View? {
    for element in children {
      if let view = View(element) { return view }
      if case .token(let token) = element, closes(token.kind) { return nil }
    }
    return nil
  }
}
