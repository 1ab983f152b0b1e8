package import PikeSyntax

/// What must hold of any tree by itself.
package struct TreeCheck {
  /// How many nodes there are.
  package private(set) var nodes = 0
  /// The longest way down to a token, in nodes.
  package private(set) var height = 0
  private var bytes: [UInt8] = []
  private var fault: String?

  /// No way down may be longer: the parser bounds the nesting, and one level of it is a few nodes.
  package static let heightLimit = 2048

  private init() {}

  /// Counts, and says what is wrong: leaves that do not make the text, nodes that are not as wide as their children.
  package static func measure(_ tree: SyntaxTree) -> (check: TreeCheck, fault: String?) {
    var check = TreeCheck()
    check.bytes.reserveCapacity(tree.text.count)
    check.visit(tree.root, at: 0, depth: 1, in: tree.text)
    if check.fault == nil, check.bytes != tree.text.bytes { check.fault = "the leaves are not the text" }
    return (check, check.fault)
  }

  package static func fault(of tree: SyntaxTree) -> String? { measure(tree).fault }

  private mutating func visit(_ node: GreenNode, at start: Int, depth: Int, in text: SourceText) {
    nodes += 1
    height = max(height, depth)
    guard depth <= Self.heightLimit else { return report("deeper than \(Self.heightLimit) nodes", start) }
    var offset = start
    for index in 0..<node.childCount {
      let child = node[index]
      if let inner = child.node {
        visit(inner, at: offset, depth: depth + 1, in: text)
      } else {
        append(child, at: offset, in: text)
      }
      offset += child.width
    }
    if offset - start != node.width { report("a \(node.kind) of \(node.width) bytes has \(offset - start)", start) }
  }

  private mutating func append(_ leaf: GreenElement, at offset: Int, in text: SourceText) {
    let textStart = offset + leaf.triviaWidth
    guard textStart + leaf.textWidth <= text.count else { return report("a token beyond the end", offset) }
    if leaf.isVirtual, leaf.textWidth > 0 { report("a macro's token with a text", offset) }
    bytes += text[offset..<textStart]
    bytes += text[textStart..<textStart + leaf.textWidth]
  }

  private mutating func report(_ message: String, _ offset: Int) {
    if fault == nil { fault = "\(message) at byte \(offset)" }
  }
}
