/// Finds out which comments document which declarations, by the rules of Pike's own extractor (Tools.AutoDoc.PikeExtractor):
/// comments on adjacent lines are one block; a block belongs to the declarations right before or right behind it; declarations
/// without an empty line between them share it; otherwise it stands free. A function or a class may have its block before its body.
///
/// Where the extractor refuses a text because a block could belong to two, here it belongs to the later one.
struct DocumentationReader {
  private let tree: SyntaxTree
  private var blocks: [DocumentationBlock] = []
  /// The declarations since the last empty line or block.
  private var group: [SyntaxNode] = []
  /// What stands before the group.
  private var leading: DocumentationGap.Block?

  static func blocks(in list: SyntaxNode) -> [DocumentationBlock] {
    var reader = DocumentationReader(tree: list.tree)
    reader.read(list)
    return reader.blocks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(tree: SyntaxTree) { self.tree = tree }

  private mutating func read(_ list: SyntaxNode) {
    for element in list.children {
      switch element {
      case .node(let node): pass(node)
      // What stands before the list is not its business.
      case .token(let token) where token.kind == .leftBrace: break
      case .token(let token) where token.kind == .comma: passComma(token)
      case .token(let token): pass(DocumentationGap(token), to: nil)
      }
    }
    // A branch has no token at its end; the directive behind it has the comments.
    if BranchSyntax.accepts(list.kind), list.width > 0 {
      pass(DocumentationGap(tree.path(to: list.endOffset).token), to: nil)
    }
    close()
  }

  private mutating func pass(_ node: SyntaxNode) {
    guard let token = node.tokens.first(where: { !$0.isMissing }) else { return }
    let gap = DocumentationGap(token)
    // A `;` behind a declaration belongs to it.
    if node.kind == .emptyDeclaration, gap.blocks.isEmpty, gap.newlinesAfter <= 1 { return }
    guard node.kind.isDocumented else { return pass(gap, to: nil) }
    pass(gap, to: node)
    if let block = blockBeforeBody(of: node) { take(block, squeezedInto: node) }
  }

  /// Goes over a gap to the declaration behind it; nil if something else stands there.
  private mutating func pass(_ found: DocumentationGap, to item: SyntaxNode?) {
    var gap = found
    if !group.isEmpty, leading == nil { leading = gap.takeTrailing(hasNext: item != nil) }
    let own = item == nil ? nil : gap.takeLeading()
    for block in gap.blocks { append(block, about: []) }
    if let item, found.blocks.isEmpty, found.newlinesAfter <= 1, group.last?.kind.sharesDocumentation == true,
      item.kind.sharesDocumentation
    {
      group.append(item)
      return
    }
    close()
    guard let item else { return }
    leading = own
    group = [item]
  }

  /// A block between a member of an enum and the comma.
  private mutating func passComma(_ token: SyntaxToken) {
    var gap = DocumentationGap(token)
    guard !group.isEmpty, leading == nil, let block = gap.takeTrailing(hasNext: false) else { return }
    leading = block
    close()
  }

  private func blockBeforeBody(of node: SyntaxNode) -> DocumentationGap.Block? {
    for case .node(let body) in node.children where body.kind.isBody {
      return body.firstToken.flatMap { DocumentationGap($0).blocks.first }
    }
    return nil
  }

  private mutating func take(_ block: DocumentationGap.Block, squeezedInto node: SyntaxNode) {
    if leading != nil { return append(block, about: []) }
    if group.count == 1 { leading = block } else { append(block, about: [node]) }
  }

  /// The group ends here.
  private mutating func close() {
    if let leading, !group.isEmpty { append(leading, about: group) }
    leading = nil
    group = []
  }

  private mutating func append(_ block: DocumentationGap.Block, about declarations: [SyntaxNode]) {
    blocks.append(
      DocumentationBlock(text: block.text(in: tree.text), range: block.range, declarations: declarations))
  }
}

extension SyntaxKind {
  fileprivate var isDocumented: Bool {
    switch self {
    case .inheritDeclaration, .importDeclaration, .constantDeclaration, .classDeclaration, .enumDeclaration,
      .typedefDeclaration, .functionDeclaration, .variableDeclaration, .enumMember:
      true
    default: false
    }
  }

  /// Classes and enums stand alone.
  fileprivate var sharesDocumentation: Bool { self != .classDeclaration && self != .enumDeclaration }

  fileprivate var isBody: Bool { self == .block || self == .classBody || self == .enumBody }
}
