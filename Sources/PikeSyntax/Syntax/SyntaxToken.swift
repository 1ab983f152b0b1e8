/// A token of a tree with the place where it stands.
package struct SyntaxToken: Sendable {
  package let tree: SyntaxTree
  let element: GreenElement
  private let start: UInt32
  /// Of a token out of a macro's body, which token of the expansion it is.
  let macroIndex: UInt32

  init(tree: SyntaxTree, element: GreenElement, offset: Int, macroIndex: UInt32) {
    self.tree = tree
    self.element = element
    start = UInt32(truncatingIfNeeded: offset)
    self.macroIndex = macroIndex
  }

  package var kind: SyntaxKind { element.kind }
  /// It should be there and is not.
  package var isMissing: Bool { element.isMissing }
  /// It comes out of a macro's body; the use of the macro stands in the trivia before it, or before the first such token.
  package var isVirtual: Bool { element.isVirtual }

  /// Where its trivia begins, in bytes.
  package var offset: Int { Int(start) }
  package var textOffset: Int { offset + element.triviaWidth }
  package var endOffset: Int { offset + element.width }
  package var triviaRange: Range<Int> { offset..<textOffset }
  package var textRange: Range<Int> { textOffset..<endOffset }
  package var rangeWithTrivia: Range<Int> { offset..<endOffset }

  /// As it stands in the text; of a virtual token, as it is after expansion; of a missing one, empty.
  package var text: String {
    if isVirtual { return expanded?.text ?? (kind.hasFixedSpelling ? kind.spelling : "") }
    return tree.text.string(in: textRange)
  }
}

extension SyntaxToken: Hashable {
  package static func == (left: SyntaxToken, right: SyntaxToken) -> Bool {
    left.element.word == right.element.word && left.start == right.start && left.macroIndex == right.macroIndex
      && left.tree === right.tree
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(element.word)
    hasher.combine(start)
    hasher.combine(macroIndex)
  }
}

extension SyntaxKind {
  /// Whether all tokens of this kind are written in the same way.
  var hasFixedSpelling: Bool { isKeyword || SyntaxKind.punctuation[self] != nil }
}
