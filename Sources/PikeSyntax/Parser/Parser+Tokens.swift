// The way from the lexer's tokens to the parser's: directives disappear in trivia, branches that are not compiled are passed
// over, macros are expanded.
extension Parser {
  mutating func produce(stopsAtDirective: Bool = false) -> Token {
    if let token = expansion.popLast() { return token }
    let triviaStart = lexer.position
    var flags: Token.Flags = []
    while true {
      let raw = lexer.next()
      tokensRead += 1
      peekedEnd = max(peekedEnd, min(raw.end + Lexer.lookahead, text.count + 1))
      if raw.hasTriviaError { flags.insert(.triviaError) }
      if raw.kind == .directive {
        if raw.start == branchEnd {
          lexer.position = triviaStart
          return makeToken(.endOfBranch, flags, triviaStart, raw.start, raw.start)
        }
        flags.insert(.afterDirective)
        if stopsAtDirective { return makeToken(.directive, flags, triviaStart, raw.start, raw.start) }
        passDirective(at: raw.start)
        continue
      }
      if raw.kind == .identifier, !directives.structure.macros.isEmpty,
        let token = expandMacro(raw, triviaStart, flags)
      {
        if token.kind == .endOfBranch { continue }
        return token
      }
      return makeToken(raw.kind, flags, triviaStart, raw.start, raw.end)
    }
  }

  @inline(__always) private func makeToken(
    _ kind: SyntaxKind, _ flags: Token.Flags, _ triviaStart: Int, _ start: Int, _ end: Int
  ) -> Token {
    Token(
      kind: kind, flags: flags, triviaStart: UInt32(truncatingIfNeeded: triviaStart),
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }

  /// Inside a declaration, a statement or an expression, the branch that is compiled is read and the others are trivia.
  private mutating func passDirective(at offset: Int) {
    guard let index = directives.index(startingAt: offset) else { return }
    let structure = directives.structure
    let kind = directives.directives[index].kind
    if kind.opensGroup {
      var branch = index
      while !structure.isActive[branch], structure.next[branch] >= 0 {
        branch = Int(structure.next[branch])
        if directives.directives[branch].kind == .endif { break }
      }
      // Without a branch that is compiled and without an end, the rest of the text is not compiled.
      let runsOut = directives.directives[branch].kind != .endif && !structure.isActive[branch]
      lexer.position = runsOut ? text.count : directives.directives[branch].end
    } else if kind.continuesGroup, !structure.isUnmatched(index) {
      // The branch that is compiled ends here.
      let end = structure.end(ofGroupAt: index).map { directives.directives[$0] }
      lexer.position = end.flatMap { $0.kind == .endif ? $0.end : nil } ?? text.count
    }
    peekedEnd = max(peekedEnd, lexer.position)
  }

  /// Nil if the name stands for itself; a token of the kind `endOfBranch` if it stands for nothing.
  private mutating func expandMacro(_ raw: RawToken, _ triviaStart: Int, _ flags: Token.Flags) -> Token? {
    let hash = FNV1a.hash(text[raw.start..<raw.end])
    guard directives.structure.macros.mayContain(hash),
      let macro = directives.structure.macros.definition(hash, after: directives.index(at: raw.start))
    else { return nil }
    switch macro.shape {
    case .value: if macro.parameterCount ?? 0 == 0 || regularArguments.contains(raw.start) { return nil }
    case .string:
      guard macro.parameterCount == nil else { return nil }
      return makeToken(.identifier, flags.union(.stringMacro), triviaStart, raw.start, raw.end)
    case .tokens: break
    }
    let use = expansion(of: macro, usedAt: raw.start)
    peekedEnd = max(peekedEnd, use.peekedEnd)
    guard let kinds = use.kinds else {
      if let range = use.regularArguments { regularArguments = range }
      return nil
    }
    let end = use.end
    lexer.position = end
    guard let first = kinds.first else {
      return makeToken(.endOfBranch, flags, triviaStart, end, end)
    }
    for kind in kinds.dropFirst().reversed() {
      expansion.append(makeToken(kind, .virtual, end, end, end))
    }
    return makeToken(first, flags.union(.virtual), triviaStart, end, end)
  }

  /// What a use becomes. When the parser begins anew where it stands, it reads the same use again.
  private mutating func expansion(of macro: MacroDefinition, usedAt start: Int) -> MacroExpansion {
    if lastExpansion.start == start { return lastExpansion }
    var expander = MacroExpander(text: text, directives: directives, use: start)
    var behind = lexer
    let kinds = expander.expand(macro, from: &behind, unclosed: &unclosedArguments)
    lastExpansion = MacroExpansion(
      start: start, kinds: kinds, end: behind.position, peekedEnd: expander.peekedEnd,
      regularArguments: expander.regularArguments)
    return lastExpansion
  }
}

extension DirectiveStructure {
  func isUnmatched(_ index: Int) -> Bool {
    // The list is empty in all but broken texts, and in order.
    if unmatched.isEmpty { return false }
    let place = unmatched.firstIndex(behind: { $0 >= index })
    return place < unmatched.count && unmatched[place] == index
  }
}
