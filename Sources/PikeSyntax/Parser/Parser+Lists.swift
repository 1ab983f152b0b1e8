/// Lists of declarations and statements: where directives are items of their own and old nodes are used again.
extension Parser {
  enum ItemList {
    case declarations, statements

    func branchKind(isActive: Bool) -> SyntaxKind {
      switch self {
      case .declarations: isActive ? .declarationBranch : .inactiveDeclarationBranch
      case .statements: isActive ? .statementBranch : .inactiveStatementBranch
      }
    }
  }

  mutating func parseDeclarations(until closing: SyntaxKind, parent: SyntaxKind) {
    defer { forgetErrors() }
    while true {
      if takeReusable(in: parent) { continue }
      if claimsDirective {
        parseDirective(.declarations)
        continue
      }
      if at(.rightBrace) {
        if closesList(closing) { return }
        takeUnexpected()
        continue
      }
      if isAtEnd { return }
      parseItem { $0.parseDeclaration() }
    }
  }

  /// Stops where a member of a class begins, too: then the brace that closes the statements is missing.
  mutating func parseStatements(until closing: SyntaxKind, parent: SyntaxKind) {
    defer { forgetErrors() }
    while true {
      if takeReusable(in: parent) { continue }
      if claimsDirective {
        parseDirective(.statements)
        continue
      }
      if at(.rightBrace) {
        if closesList(closing) { return }
        takeUnexpected()
        continue
      }
      if isAtEnd { return }
      if closing == .rightBrace, startsMember() { return leaveDirectives() }
      forgetErrors()
      let takenBefore = taken
      guard parseStatementUnlessMember(closing) else { return leaveDirectives() }
      if taken == takenBefore { takeUnexpected() }
    }
  }

  /// The directives before the current token are for the list outside to judge, as if nobody had tried here.
  private mutating func leaveDirectives() {
    if !current.isVirtual { restart(at: Int(current.triviaStart)) }
  }

  /// Parses one item, which takes at least one token: otherwise the list would never end.
  private mutating func parseItem(_ parse: (inout Parser) -> Void) {
    forgetErrors()
    let takenBefore = taken
    parse(&self)
    if taken == takenBefore { takeUnexpected() }
  }

  /// What a brace closes was opened before the branch, if it is not opened in it: then the branch is no list of items.
  private mutating func closesList(_ closing: SyntaxKind) -> Bool {
    if closing == .endOfBranch { isBranchUnclean = true }
    return closing != .endOfFile
  }

  /// What an item looks like, and what follows a list, does not depend on mistakes in the item before: that one may have been
  /// taken from the old tree, where nobody knows how it ended.
  mutating func forgetErrors() {
    takenAtLastError = -1
  }

  /// Directives before the current token are items here.
  private var claimsDirective: Bool { current.flags.contains(.afterDirective) }

  /// Takes the old tree's items from here on, as many as are still right; false if there are none.
  mutating func takeReusable(in parent: SyntaxKind, limit: Int = .max) -> Bool {
    guard reuse != nil, !current.isVirtual else { return false }
    let start = Int(current.triviaStart)
    let room = Self.depthLimit - depth
    guard
      let run = reuse?.takeRun(
        from: start, to: branchEnd, in: parent, roomForHeight: room, limit: limit, into: &builder),
      run.width > 0
    else { return false }
    peekedEnd = max(peekedEnd, start + run.peeked)
    if run.hasDiagnostics { errorCount += 1 }
    taken += 1
    previousEnd = start + run.width
    if limit == .max { restartInList(at: previousEnd) } else { restart(at: previousEnd) }
    return true
  }
}
