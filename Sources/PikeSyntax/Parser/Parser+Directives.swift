/// Directives where items stand. A conditional group becomes a node with one list of items for each branch, if each branch that is
/// compiled is such a list; if one breaks off in the middle of an item, the group is read as the preprocessor reads it.
extension Parser {
  /// How many groups inside each other are parsed branch by branch.
  private static let branchDepthLimit = 16

  /// Parses the first directive in the trivia before the current token as an item; if it is not one, the trivia keeps it.
  mutating func parseDirective(_ list: ItemList) {
    let triviaStart = Int(current.triviaStart)
    var probe = lexer
    probe.position = triviaStart
    guard let index = directives.index(startingAt: probe.next().start) else { return dismiss() }
    let kind = directives.directives[index].kind
    if kind.isConditional, !directives.structure.isUnmatched(index) {
      if !parseGroup(index, list, from: triviaStart) { dismiss() }
      return
    }
    beginDirectives(at: triviaStart)
    pushDirective(index)
    restartInList(at: lexer.position)
  }

  /// The current token is an item's first, whatever stands before it.
  private mutating func dismiss() {
    if at(.directive) { restart(at: Int(current.triviaStart)) }
    current.flags.remove(.afterDirective)
  }

  private mutating func beginDirectives(at position: Int) {
    expansion.removeAll(keepingCapacity: true)
    lexer.position = position
    // What stands behind the directive was looked at only to find that there is one.
    peekedEnd = position
    forgetErrors()
  }

  // MARK: Conditional groups

  private mutating func parseGroup(_ index: Int, _ list: ItemList, from position: Int) -> Bool {
    guard directives.directives[index].kind.opensGroup, branchDepth < Self.branchDepthLimit,
      !isInline(index, list), directives.structure.end(ofGroupAt: index) != nil
    else { return false }
    let checkpoint = checkpoint()
    let noElseBefore = noElseBefore
    beginDirectives(at: position)
    branchDepth += 1
    var branch = index
    pushDirective(branch)
    while directives.directives[branch].kind != .endif {
      let next = Int(directives.structure.next[branch])
      branchEnd = directives.directives[next].start
      self.noElseBefore = 0
      guard parseBranch(branch, list) else {
        self.noElseBefore = noElseBefore
        return abandonGroup(index, list, checkpoint)
      }
      pushDirective(next)
      branch = next
    }
    branchEnd = checkpoint.branchEnd
    branchDepth = checkpoint.branchDepth
    isBranchUnclean = checkpoint.isBranchUnclean
    self.noElseBefore = noElseBefore
    // The last statement of a branch goes on behind the group.
    let end = lexer.position
    if list == .statements, isElseNext(end) { return abandonGroup(index, list, checkpoint) }
    finish(.conditionalGroup, from: checkpoint.mark)
    restartInList(at: end)
    return true
  }

  /// Whether the next token, behind all directives, is an `else`. What was found holds for the groups that are passed on the way,
  /// so a row of groups is walked over once.
  private mutating func isElseNext(_ position: Int) -> Bool {
    if position < noElseBefore {
      peekedEnd = max(peekedEnd, noElseBefore + Lexer.lookahead)
      return false
    }
    restart(at: position)
    if at(.elseKeyword) { return true }
    noElseBefore = Int(current.start)
    return false
  }

  private mutating func isInline(_ index: Int, _ list: ItemList) -> Bool {
    switch list {
    case .declarations: inlineGroups.declarations.contains(index)
    case .statements: inlineGroups.statements.contains(index)
    }
  }

  private mutating func abandonGroup(_ index: Int, _ list: ItemList, _ checkpoint: Checkpoint) -> Bool {
    switch list {
    case .declarations: inlineGroups.declarations.insert(index)
    case .statements: inlineGroups.statements.insert(index)
    }
    rewind(to: checkpoint)
    return false
  }

  /// False if the branch is compiled and is no list of items. One that is not compiled may be anything; behind `#if 0` it
  /// is prose, unless it happens to be without mistakes.
  private mutating func parseBranch(_ index: Int, _ list: ItemList) -> Bool {
    let isActive = directives.structure.isActive[index]
    let start = lexer.position
    let mark = self.mark
    let errorsBefore = errorCount
    let kind = list.branchKind(isActive: isActive)
    isBranchUnclean = false
    restartInList(at: start)
    switch list {
    case .declarations: parseDeclarations(until: .endOfBranch, parent: kind)
    case .statements: parseStatements(until: .endOfBranch, parent: kind)
    }
    let isClean = !isBranchUnclean && at(.endOfBranch)
    if isActive, !isClean { return false }
    if isClean, isActive || !hasMistakes(from: mark) || !directives.directives[index].isNever(in: text) {
      lexer.position = Int(current.triviaStart)
    } else {
      builder.truncate(to: mark)
      pushInactiveText(from: start)
    }
    if !isActive { errorCount = errorsBefore }
    finish(kind, from: mark)
    return true
  }

  private mutating func hasMistakes(from mark: Int) -> Bool {
    (mark..<self.mark).contains { builder[$0].hasDiagnostics }
  }

  private mutating func pushInactiveText(from start: Int) {
    lexer.position = start
    let first = lexer.next()
    var end = first.start
    var token = first
    while token.start < branchEnd {
      end = token.end
      token = lexer.next()
    }
    lexer.position = start
    previousEnd = start
    guard first.start < branchEnd else { return }
    builder.push(GreenElement(token: .inactiveText, trivia: first.start - start, text: end - first.start))
    lexer.position = end
    previousEnd = end
  }

  // MARK: Single directives

  /// Puts a directive into the tree, with the trivia from the lexer's position on.
  private mutating func pushDirective(_ index: Int) {
    let directive = directives.directives[index]
    let mark = self.mark
    let triviaStart = lexer.position
    builder.push(GreenElement(token: .hash, trivia: directive.start - triviaStart, text: 1))
    var inner = Lexer(text, range: (directive.start + 1)..<directive.end)
    inner.skipSpaceInLine()
    let nameStart = inner.position
    let isUnknown = directive.isUnknown(in: text, nameStart: nameStart)
    if directive.argument > nameStart {
      let trivia = nameStart - directive.start - 1
      let kind: SyntaxKind = isUnknown ? .unknownDirectiveName : .directiveName
      builder.push(GreenElement(token: kind, trivia: trivia, text: directive.argument - nameStart))
      inner.position = directive.argument
    } else {
      inner.position = directive.start + 1
    }
    if directive.kind == .other {
      let isFaulty = directive.isMalformedVersion(in: text, nameStart: nameStart)
      pushText(inner.position, directive.end, isFaulty ? .malformedDirectiveText : .directiveText)
    } else {
      pushTokens(&inner, directive.end)
    }
    lexer.position = directive.end
    previousEnd = directive.end
    peekedEnd = max(peekedEnd, directive.end + Lexer.lookahead)
    taken += 1
    finish(directive.kind.nodeKind, from: mark)
  }

  private mutating func pushTokens(_ inner: inout Lexer, _ end: Int) {
    while true {
      let token = inner.next()
      if token.kind == .endOfFile { return pushText(token.triviaStart, end) }
      // An operator of the preprocessor, not the beginning of a directive.
      let isHash = token.kind == .directive
      if isHash { inner.position = token.start + (inner.byte(token.start + 1) == UInt8(ascii: "#") ? 2 : 1) }
      let kind: SyntaxKind = isHash ? .hash : token.kind == .unknown ? .directiveText : token.kind
      builder.push(
        GreenElement(token: kind, trivia: token.start - token.triviaStart, text: inner.position - token.start))
    }
  }

  /// What is left, as one token; blanks count as trivia.
  private mutating func pushText(_ start: Int, _ end: Int, _ kind: SyntaxKind = .directiveText) {
    guard start < end else { return }
    var textStart = start
    while textStart < end, text.base[textStart].isA(.whitespace, lexer.classes) { textStart += 1 }
    builder.push(GreenElement(token: kind, trivia: textStart - start, text: end - textStart))
  }
}

extension Directive.Kind {
  var nodeKind: SyntaxKind {
    switch self {
    case .if, .ifdef, .ifndef: .ifDirective
    case .elif: .elifDirective
    case .else: .elseDirective
    case .endif: .endifDirective
    case .define: .defineDirective
    case .undef: .undefDirective
    case .include: .includeDirective
    case .other: .otherDirective
    }
  }
}
