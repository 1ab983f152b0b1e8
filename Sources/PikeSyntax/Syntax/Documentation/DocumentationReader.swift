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

  /// What stands before the item that comes next, as far as it was seen: ignored items stand between.
  private var gap = DocumentationGap()
  private let ignored: IgnoredText

  static func blocks(in list: SyntaxNode) -> [DocumentationBlock] {
    var reader = DocumentationReader(tree: list.tree)
    let children = Array(list.children)
    for child in children { reader.read(child) }
    reader.finish(list)
    return reader.sorted
  }

  /// The block of one declaration: its neighbours are read, as far as they may share it.
  static func block(of declaration: SyntaxNode, in list: SyntaxNode) -> DocumentationBlock? {
    var reader = DocumentationReader(tree: list.tree)
    let children = Array(list.children)
    guard let place = children.firstIndex(of: .node(declaration)) else { return nil }
    for index in reader.start(before: place, in: children)..<children.count {
      reader.read(children[index])
      // Behind its group, nothing is about it any more.
      if index > place, !reader.group.contains(declaration) { break }
    }
    if reader.group.contains(declaration) { reader.finish(list) }
    return reader.sorted.first { $0.declarations.contains(declaration) }
  }

  private init(tree: SyntaxTree) {
    self.tree = tree
    ignored = IgnoredText(in: tree)
  }

  private var sorted: [DocumentationBlock] { blocks.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  /// The last child up to `place` before which there is an empty line and no documentation: it has nothing to do with what stands
  /// before it.
  private func start(before place: Int, in children: [SyntaxElement]) -> Int {
    for index in (0..<place + 1).reversed() {
      guard case .node(let node) = children[index], node.kind.isDocumented,
        let token = node.tokens.first(where: { !$0.isMissing }), !ignored.contains(token.textOffset)
      else { continue }
      var gap = DocumentationGap()
      gap.append(token, without: ignored)
      if gap.blocks.isEmpty, gap.newlinesAfter > 1 { return index }
    }
    return 0
  }

  private mutating func read(_ element: SyntaxElement) {
    switch element {
    case .node(let node): pass(node)
    // What stands before the list is not its business.
    case .token(let token) where token.kind == .leftBrace: break
    case .token(let token) where token.kind == .comma: passComma(token)
    case .token(let token): pass(token, to: nil)
    }
  }

  /// A branch has no token at its end; the directive behind it has the comments.
  private mutating func finish(_ list: SyntaxNode) {
    if BranchSyntax.accepts(list.kind), list.width > 0 { pass(tree.path(to: list.endOffset).token, to: nil) }
    close()
  }

  private mutating func pass(_ node: SyntaxNode) {
    guard let token = node.tokens.first(where: { !$0.isMissing }) else { return }
    guard !ignored.contains(token.textOffset) else { return gap.append(token, without: ignored) }
    guard node.kind != .emptyDeclaration else { return passEmpty(token) }
    guard node.kind.isDocumented else { return pass(token, to: nil) }
    pass(token, to: node)
    if let block = blockBeforeBody(of: node) { take(block, squeezedInto: node) }
  }

  /// A `;` behind a declaration belongs to it.
  private mutating func passEmpty(_ token: SyntaxToken) {
    var own = gap
    own.append(token, without: ignored)
    if own.blocks.isEmpty, own.newlinesAfter <= 1 { return }
    pass(token, to: nil)
  }

  /// Goes over a gap to the declaration behind it; nil if something else stands there.
  private mutating func pass(_ token: SyntaxToken, to item: SyntaxNode?) {
    var gap = self.gap
    gap.append(token, without: ignored)
    self.gap = DocumentationGap()
    let found = gap
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
    var gap = self.gap
    gap.append(token, without: ignored)
    self.gap = DocumentationGap()
    guard !group.isEmpty, leading == nil, let block = gap.takeTrailing(hasNext: false) else { return }
    leading = block
    close()
  }

  private func blockBeforeBody(of node: SyntaxNode) -> DocumentationGap.Block? {
    for case .node(let body) in node.children where body.kind.isBody {
      guard let token = body.firstToken else { return nil }
      var gap = DocumentationGap()
      gap.append(token, without: ignored)
      return gap.blocks.first
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
