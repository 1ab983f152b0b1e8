import PikeSyntax

/// A tree's tokens, walked one by one.
struct Leaves {
  private let tree: SyntaxTree
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var fault: String?

  /// Nil if the tokens with their trivia, one behind the other, are the text, each node is as wide as its children, and each token of
  /// fixed spelling has that text.
  static func fault(of tree: SyntaxTree) -> String? {
    let leaves = Leaves(tree)
    if let fault = leaves.fault { return fault }
    return leaves.bytes == tree.text.bytes ? nil : "the tokens are not the text"
  }

  /// Where the tokens stand, those without text left out.
  static func tokens(of tree: SyntaxTree) -> [Range<Int>] {
    Leaves(tree).ranges.filter { !$0.isEmpty }
  }

  private init(_ tree: SyntaxTree) {
    self.tree = tree
    visit(tree.root)
  }

  private mutating func visit(_ node: GreenNode) {
    let start = bytes.count
    for index in 0..<node.childCount {
      if let inner = node[index].node { visit(inner) } else { append(node[index]) }
    }
    if bytes.count - start != node.width { fault = "\(node.kind) at \(start) is not as wide as its children" }
  }

  private mutating func append(_ token: GreenElement) {
    let start = bytes.count
    let textStart = start + token.triviaWidth
    guard textStart + token.textWidth <= tree.text.count else {
      fault = "\(token.kind) at \(start) ends behind the text"
      return
    }
    bytes += tree.text[start..<textStart]
    bytes += tree.text[textStart..<textStart + token.textWidth]
    ranges.append(textStart..<textStart + token.textWidth)
    check(token, tree.text.string(in: ranges[ranges.count - 1]))
  }

  private mutating func check(_ token: GreenElement, _ text: String) {
    if token.isVirtual || token.isMissing || token.kind == .endOfFile {
      if !text.isEmpty { fault = "\(token.kind) has the text \(text.debugDescription)" }
    } else if token.kind.isPunctuation || token.kind.isKeyword {
      let isOldSafeArrow = token.kind == .safeArrow && text == "?->"
      if text != token.kind.spelling, !isOldSafeArrow { fault = "\(token.kind) has the text \(text.debugDescription)" }
    }
  }
}

extension SyntaxKind {
  fileprivate var isPunctuation: Bool {
    rawValue >= SyntaxKind.leftParenthesis.rawValue && rawValue <= SyntaxKind.shiftRightEqual.rawValue
  }
}
