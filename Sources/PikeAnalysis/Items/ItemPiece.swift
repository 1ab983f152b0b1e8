internal import PikeSyntax

/// What one node of a list of declarations declares, with places relative to where it begins. As long as the node is the same one,
/// wherever it stands, so is this.
// Unchecked because of GreenNode, which nobody writes to once it is made (see SyntaxTree).
final class ItemPiece: @unchecked Sendable {
  /// One item; `int a, b;` has two.
  struct Part: Sendable {
    let item: Item
    /// The declaration, or the part of it that is about the item alone.
    let node: Position
    let nameRange: Range<Int>
    /// Members that have no declarations of their own: an enum's values, a constructor's parameters.
    let own: [Part]
    /// The other members, behind these.
    let members: [Placed]
  }

  /// A piece and where it begins within the one around.
  struct Placed: Sendable {
    let offset: Int
    let piece: ItemPiece
  }

  /// A node and where it begins.
  struct Position: @unchecked Sendable {
    let green: GreenNode
    let offset: Int
    let macroIndex: UInt32

    init(_ node: SyntaxNode, from base: Int) {
      green = node.green
      offset = node.offset - base
      macroIndex = node.macroIndex
    }

    func node(in tree: SyntaxTree, from base: Int) -> SyntaxNode {
      SyntaxNode(tree: tree, green: green, offset: base + offset, macroIndex: macroIndex)
    }
  }

  private let green: GreenNode
  /// The modifiers of the blocks around.
  private let around: Item.Modifiers
  /// What comes out of a macro that begins before the node is not its own.
  private let dependsOnPlace: Bool
  let parts: [Part]
  /// Of a block or a branch: what stands in it.
  let inner: [Placed]

  init(_ node: SyntaxNode, _ around: Item.Modifiers, parts: [Part], inner: [Placed]) {
    green = node.green
    self.around = around
    self.parts = parts
    self.inner = inner
    let width = node.width
    dependsOnPlace = node.macroIndex > 0 || parts.contains { $0.reaches(outOf: width) }
  }

  func isStill(_ node: SyntaxNode, _ around: Item.Modifiers) -> Bool {
    green === node.green && self.around == around && !dependsOnPlace && node.macroIndex == 0
  }

  /// Those of the list that this stands in, in order.
  var items: [Item] { parts.map(\.item) + inner.flatMap(\.piece.items) }
}

extension ItemPiece.Part {
  /// Whether a name in it stands elsewhere: in an argument of a macro that is used before.
  fileprivate func reaches(outOf width: Int) -> Bool {
    nameRange.lowerBound < 0 || nameRange.upperBound > width || own.contains { $0.reaches(outOf: width) }
  }
}
