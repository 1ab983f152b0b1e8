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
    while reachesItem(of: .declarations, until: closing, parent: parent) {
      let takenBefore = taken
      parseDeclaration()
      // Whatever the grammar overlooked, a list goes on.
      if taken == takenBefore { takeUnexpected() }
    }
  }

  /// Stops where a member of a class begins, too: then the brace that closes the statements is missing.
  mutating func parseStatements(until closing: SyntaxKind, parent: SyntaxKind) {
    defer { forgetErrors() }
    while reachesItem(of: .statements, until: closing, parent: parent) {
      if closing == .rightBrace, startsMember() { return leaveDirectives() }
      let takenBefore = taken
      guard parseStatementUnlessMember(closing) else { return leaveDirectives() }
      if taken == takenBefore { takeUnexpected() }
    }
  }

  /// Takes what needs no parsing (old items, directives, stray braces), up to an item that does; false where the list ends.
  private mutating func reachesItem(of list: ItemList, until closing: SyntaxKind, parent: SyntaxKind) -> Bool {
    while !stops() {
      if takeReusable(in: parent) { continue }
      if claimsDirective {
        parseDirective(list)
      } else if at(.rightBrace) {
        if closesList(closing) { return false }
        takeUnexpected()
      } else {
        forgetErrors()
        return !isAtEnd
      }
    }
    return false
  }

  /// The directives before the current token are for the list outside to judge, as if nobody had tried here.
  private mutating func leaveDirectives() {
    if !current.isVirtual { restart(at: Int(current.triviaStart)) }
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
  private var claimsDirective: Bool { mutating get { current.flags.contains(.afterDirective) } }

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
