/// Reads the trivia of one token again, with what the parser passed over on its way to it: directives, branches that are not
/// compiled, uses of macros. (See `Parser.produce`, which does the same in a hurry.)
struct TriviaReader {
  private let tree: SyntaxTree
  private let end: Int
  private var lexer: Lexer
  private var pieces: [TriviaPiece] = []

  static func read(_ range: Range<Int>, in tree: SyntaxTree) -> [TriviaPiece] {
    var reader = TriviaReader(tree, range)
    reader.read()
    return reader.pieces
  }

  private init(_ tree: SyntaxTree, _ range: Range<Int>) {
    self.tree = tree
    end = range.upperBound
    lexer = Lexer(tree.text, range: range)
  }

  private mutating func read() {
    while lexer.position < end {
      let raw = lexer.next()
      appendPlain(raw.triviaStart..<raw.start)
      switch raw.kind {
      case .endOfFile: return
      case .directive: readDirective(raw)
      default: readMacroUse(raw)
      }
    }
  }

  private mutating func appendPlain(_ range: Range<Int>) {
    PlainTrivia.append(range, lexer, to: &pieces)
  }

  private mutating func append(_ kind: TriviaPiece.Kind, upTo position: Int, from start: Int) {
    guard start < position else { return }
    pieces.append(TriviaPiece(kind: kind, range: start..<position))
  }

  // MARK: Macros

  /// A name, and what is between the parentheses behind it if it takes arguments.
  private mutating func readMacroUse(_ name: RawToken) {
    guard let macro = tree.macro(named: name.start..<name.end) else {
      return append(.other, upTo: name.end, from: name.start)
    }
    var expander = MacroExpander(text: tree.text, directives: tree.directives, use: name.start)
    var unclosed: [Int: Int] = [:]
    let isUse = expander.expand(macro, from: &lexer, unclosed: &unclosed) != nil
    append(isUse ? .macroUse : .other, upTo: lexer.position, from: name.start)
  }

  // MARK: Directives

  private mutating func readDirective(_ raw: RawToken) {
    append(.directive, upTo: raw.end, from: raw.start)
    let index = tree.directives.index(at: raw.start)
    guard index < tree.directives.directives.count, tree.directives.directives[index].start == raw.start else { return }
    let structure = tree.directives.structure
    let kind = tree.directives.directives[index].kind
    if kind.opensGroup {
      passInactive(from: index) { structure.isActive[$0] }
    } else if kind.continuesGroup, !structure.isUnmatched(index) {
      // The branch that is compiled ends here, and so does the group.
      passInactive(from: index) { _ in false }
    }
  }

  /// The branches up to the one that is compiled, or up to the end of the group.
  private mutating func passInactive(from index: Int, isActive: (Int) -> Bool) {
    var branch = index
    while lexer.position < end, !isActive(branch) {
      let next = Int(tree.directives.structure.next[branch])
      guard next >= 0 else { return passRest(upTo: end) }
      let directive = tree.directives.directives[next]
      passRest(upTo: min(directive.start, end))
      append(.directive, upTo: min(directive.end, end), from: lexer.position)
      lexer.position = max(lexer.position, min(directive.end, end))
      if directive.kind == .endif { return }
      branch = next
    }
  }

  /// Text that is not compiled, the white space around it apart.
  private mutating func passRest(upTo limit: Int) {
    guard lexer.position < limit else { return }
    var first = lexer.position
    while first < limit, lexer.base[first].isA(.whitespace, lexer.classes) { first += 1 }
    var last = limit
    while last > first, lexer.base[last - 1].isA(.whitespace, lexer.classes) { last -= 1 }
    appendPlain(lexer.position..<first)
    append(.inactiveText, upTo: last, from: first)
    appendPlain(last..<limit)
    lexer.position = limit
  }
}

extension SyntaxTree {
  /// The macro that the name in `range` stands for there.
  func macro(named range: Range<Int>) -> MacroDefinition? {
    let hash = FNV1a.hash(text[range])
    guard directives.structure.macros.mayContain(hash) else { return nil }
    return directives.structure.macros.definition(hash, after: directives.index(at: range.lowerBound))
  }
}
