extension Parser {
  /// A mistake counts once: until another token is taken, everything else that is missing is its consequence.
  private var isFirstErrorHere: Bool { takenAtLastError != taken }

  mutating func noteError() {
    takenAtLastError = taken
    errorCount += 1
  }

  private mutating func noteWhereErrorStands() {
    if at(.endOfBranch) { isBranchUnclean = true }
  }

  /// Puts a token that is not there into the tree, right behind the last one.
  mutating func missing(_ kind: SyntaxKind, _ problem: Problem) {
    noteWhereErrorStands()
    let isFirst = isFirstErrorHere
    builder.push(GreenElement(missing: kind, problem: isFirst ? problem : .silent))
    if isFirst { noteError() }
  }

  /// Takes the current token into a node of its own that says that it should not be there.
  mutating func takeUnexpected() {
    let mark = self.mark
    noteWhereErrorStands()
    noteError()
    take()
    takenAtLastError = taken
    finish(.unexpected, from: mark)
  }

  /// Takes tokens into one such node until `stop` says so, the end of the list comes, or a bracket closes that was opened outside.
  mutating func skipUnexpected(stop: (borrowing Parser) -> Bool) {
    let mark = self.mark
    noteWhereErrorStands()
    noteError()
    var open = 0
    while !isAtEnd, mark == self.mark || open > 0 || !stop(self) {
      if current.kind.opensBracket {
        open += 1
      } else if current.kind.closesBracket {
        if open == 0, mark != self.mark { break }
        open -= 1
        if open < 0 {
          take()
          break
        }
      }
      take()
    }
    takenAtLastError = taken
    finish(.unexpected, from: mark)
  }

  /// The text below the deepest level: everything up to where that level ends, brackets counted.
  mutating func skipTooDeep() {
    let mark = self.mark
    noteError()
    var open = 0
    while !isAtEnd {
      if current.kind.opensBracket {
        open += 1
      } else if current.kind.closesBracket {
        if open == 0 { break }
        open -= 1
      } else if open == 0, at(.semicolon) || at(.comma) {
        break
      }
      take()
    }
    takenAtLastError = taken
    finish(.tooDeep, from: mark, flags: .dependsOnDepth)
  }

  var isAtEnd: Bool { at(.endOfFile) || at(.endOfBranch) }

  /// Whether a line begins with the current token.
  var isAtLineStart: Bool {
    if current.isVirtual { return false }
    var offset = Int(current.start)
    let first = Int(current.triviaStart)
    while offset > first {
      offset -= 1
      let byte = text.base[offset]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { return false }
    }
    return offset == 0
  }

  /// After a statement's expression: `;`, or what to make of its absence.
  mutating func expectSemicolon(_ problem: Problem) {
    if take(if: .semicolon) { return }
    if isAtEnd || at(.rightBrace) || isAtLineStart || current.kind.canStartStatement {
      missing(.semicolon, problem)
      return
    }
    // Something that fits nowhere stands before the `;`: that is the mistake, not the `;`.
    skipUnexpected { $0.at(.semicolon) || $0.at(.rightBrace) || $0.isAtLineStart || $0.at(.leftBrace) }
    if !take(if: .semicolon) { missing(.semicolon, problem) }
  }

  /// The bracket that closes a construct. Something in the way is passed over if the bracket comes soon behind it.
  mutating func expectClosing(_ kind: SyntaxKind) {
    if take(if: kind) { return }
    guard !isAtEnd, !at(.semicolon), !at(.leftBrace), !at(.rightBrace), !current.kind.isStatementKeyword, !isAtLineStart
    else { return missing(kind, .closing) }
    if current.kind.closesBracket { return missing(kind, .closing) }
    skipUnexpected {
      $0.at(kind) || $0.at(.semicolon) || $0.at(.leftBrace) || $0.at(.rightBrace) || $0.isAtLineStart
        || $0.current.kind.isStatementKeyword
    }
    if !take(if: kind) { missing(kind, .closing) }
  }
}
