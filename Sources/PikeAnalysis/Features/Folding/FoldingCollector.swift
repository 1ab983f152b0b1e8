import PikeSyntax

/// What can be folded: brackets over several lines, branches of the preprocessor, comments, runs of imports. One range for each first
/// line, the longest.
struct FoldingCollector {
  private let positions: FilePositions
  private var ranges: [Int: FoldingRange] = [:]
  private var comments: CommentRun?
  /// The inherits, imports and includes that stand together.
  private var imports: Range<Int>?

  private struct CommentRun {
    var firstLine: Int
    var lastLine: Int
  }

  static func ranges(of tree: SyntaxTree, _ positions: FilePositions) -> [FoldingRange] {
    var collector = FoldingCollector(positions: positions)
    for element in tree.rootNode.descendants {
      switch element {
      case .node(let node): collector.visit(node)
      case .token(let token): collector.visit(token)
      }
    }
    collector.closeComments()
    collector.closeImports()
    return collector.ranges.values.sorted { $0.startLine < $1.startLine }
  }

  private init(positions: FilePositions) { self.positions = positions }

  private mutating func visit(_ node: SyntaxNode) {
    switch node.kind {
    case .block, .classBody, .enumBody, .argumentList, .parameterList, .arrayLiteral, .mappingLiteral, .multisetLiteral:
      addBrackets(node)
    case .conditionalGroup: addBranches(of: ConditionalGroupSyntax(unchecked: node))
    default: break
    }
    visitImport(node)
  }

  // MARK: Brackets

  private mutating func addBrackets(_ node: SyntaxNode) {
    let range = node.range
    guard !range.isEmpty else { return }
    let first = positions.line(at: range.lowerBound)
    let last = positions.line(at: range.upperBound)
    guard last > first else { return }
    // The line of the closing bracket stays in view, if nothing else begins it.
    add(first, isFirstInLine(closing(of: node)) ? last - 1 : last, .region)
  }

  /// Where the brackets that close the node begin.
  private func closing(of node: SyntaxNode) -> Int {
    var start = node.endOffset
    while start > node.range.lowerBound, ")}]>".utf8.contains(positions.text[start - 1]) { start -= 1 }
    return start
  }

  private func isFirstInLine(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(positions.text[start - 1]) { start -= 1 }
    return start == positions.lines.start(ofLine: positions.line(at: offset))
  }

  // MARK: Directives

  private mutating func addBranches(of group: ConditionalGroupSyntax) {
    let lines = group.directives.map { positions.line(at: $0.syntax.range.lowerBound) }
    for (start, end) in zip(lines, lines.dropFirst()) { add(start, end - 1, .region) }
  }

  // MARK: Imports

  private mutating func visitImport(_ node: SyntaxNode) {
    switch node.kind {
    case .inheritDeclaration, .importDeclaration, .includeDirective:
      let range = node.range
      imports = (imports?.lowerBound ?? range.lowerBound)..<max(range.upperBound, imports?.upperBound ?? 0)
    case let kind where kind.isDeclaration: closeImports()
    default: break
    }
  }

  private mutating func closeImports() {
    if let imports { add(imports, .imports) }
    imports = nil
  }

  // MARK: Comments

  private mutating func visit(_ token: SyntaxToken) {
    if token.kind == .multilineString || token.kind == .literalString { add(token.textRange, .region) }
    guard token.hasCommentBefore else { return }
    for piece in token.leadingTrivia where piece.isComment { visit(piece) }
  }

  private mutating func visit(_ piece: TriviaPiece) {
    let first = positions.line(at: piece.range.lowerBound)
    let last = positions.line(at: piece.range.upperBound)
    let beginsLine = isFirstInLine(piece.range.lowerBound)
    if let run = comments, beginsLine, first == run.lastLine + 1 {
      comments?.lastLine = last
    } else {
      closeComments()
      comments = CommentRun(firstLine: first, lastLine: last)
    }
  }

  private mutating func closeComments() {
    if let comments { add(comments.firstLine, comments.lastLine, .comment) }
    comments = nil
  }

  // MARK: Ranges

  private mutating func add(_ range: Range<Int>, _ kind: FoldingRange.Kind) {
    add(positions.line(at: range.lowerBound), positions.line(at: range.upperBound), kind)
  }

  private mutating func add(_ first: Int, _ last: Int, _ kind: FoldingRange.Kind) {
    guard last > first, ranges[first].map({ $0.endLine < last }) ?? true else { return }
    ranges[first] = FoldingRange(startLine: first, endLine: last, kind: kind)
  }
}

extension SyntaxKind {
  fileprivate var isDeclaration: Bool {
    rawValue >= SyntaxKind.inheritDeclaration.rawValue && rawValue <= SyntaxKind.emptyDeclaration.rawValue
  }
}

extension SyntaxToken {
  /// Whether anything but blanks may stand before the token; cheaper than to read it.
  var hasMoreThanBlanksBefore: Bool {
    let trivia = triviaRange
    return tree.text[trivia].contains { $0 > UInt8(ascii: " ") }
  }

  var hasCommentBefore: Bool {
    tree.text[triviaRange].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
  }
}
