/// Which node of which version of a text, without its place: equal only where the text, and the macros in it, are the same.
///
/// It keeps the node, but neither its tree nor its text.
// Unchecked because of GreenNode, which nobody writes to once it is made (see SyntaxTree).
package struct NodeIdentity: @unchecked Sendable, Equatable {
  private let green: GreenNode

  package init(_ node: SyntaxNode) { green = node.green }

  package static func == (left: NodeIdentity, right: NodeIdentity) -> Bool { left.green === right.green }
}
