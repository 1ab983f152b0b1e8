extension Parser {
  /// A mistake counts once: until another token is taken, everything else that is missing is its consequence.
  private var isFirstErrorHere: Bool { mutating get { takenAtLastError != taken } }

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

  /// Takes tokens into one such node until `stop` says so, the end of the list comes, a bracket closes that was opened outside, or a
  /// declaration begins that shows that a bracket is not closed.
  mutating func skipUnexpected(stop: (inout Parser) -> Bool) {
    let mark = self.mark
    noteWhereErrorStands()
    noteError()
    var open = 0
    while !isAtEnd, mark == self.mark || (open > 0 ? !isOutsideBrackets : !stop(&self)) {
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

  /// What begins no declaration, up to the end of what looks like one: its `;`, its block, or the line before the next one. Inside a
  /// block only braces count, so that a parenthesis that is not closed swallows no more than the block. A declaration that is indented
  /// no more than this does not belong to it, whatever braces are open.
  mutating func skipStray() {
    let mark = self.mark
    let indentation = indentation ?? -1
    noteError()
    var parentheses = 0
    var braces = 0
    while !isAtEnd {
      let kind = current.kind
      if braces == 0 {
        if self.mark > mark, kind == .rightBrace || isAtLineStart && kind.startsDeclaration { break }
        if kind.opensBracket, kind != .leftBrace { parentheses += 1 }
        if kind.closesBracket { parentheses = max(0, parentheses - 1) }
      } else if kind.startsDeclaration, isOutsideBrackets || self.indentation ?? .max <= indentation {
        break
      }
      if kind == .leftBrace { braces += 1 }
      if kind == .rightBrace { braces -= 1 }
      take()
      if braces <= 0, kind == .rightBrace || kind == .semicolon && parentheses == 0 { break }
    }
    takenAtLastError = taken
    finish(.unexpected, from: mark, flags: .isItem)
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

  var isAtRangeDots: Bool { mutating get { at(.dotDot) || at(.dotDotDot) } }

  /// `..`; three points in its place are a mistake that everybody understands.
  mutating func takeRangeDots() {
    if at(.dotDot) { take() } else { takeUnexpected() }
  }

  /// `...`, if it is there; two points in its place are a mistake.
  mutating func takeEllipsis() {
    if at(.dotDotDot) { take() } else if at(.dotDot) { takeUnexpected() }
  }

  /// Behind a type, what C has for pointers: `*`, and all of `(*name)(int)`.
  mutating func skipPointer() {
    if at(.star) {
      skipUnexpected { !$0.at(.star) }
    } else if at(.leftParenthesis), peek(1).kind == .star {
      skipUnexpected {
        !$0.at(.leftParenthesis) || $0.isAtLineStart
      }
    }
  }

  var isAtEnd: Bool { mutating get { at(.endOfFile) || at(.endOfBranch) } }

  /// Whether a line begins with the current token.
  var isAtLineStart: Bool { mutating get { lineStart != nil } }

  /// Where the line begins, if the current token is its first.
  private var lineStart: Int? {
    mutating get {
      if current.isVirtual { return nil }
      var offset = Int(current.start)
      let first = Int(current.triviaStart)
      while offset > first {
        offset -= 1
        let byte = text.base[offset]
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return offset + 1 }
        if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { return nil }
      }
      return offset == 0 ? 0 : nil
    }
  }

  /// In columns, how far the current token is indented, if it is the first of its line.
  var indentation: Int? {
    mutating get {
      lineStart.map { start in
        text[start..<Int(current.start)].reduce(0) { $1 == UInt8(ascii: "\t") ? ($0 / 8 + 1) * 8 : $0 + 1 }
      }
    }
  }

  /// Whether a line begins with something that stands in no brackets but those of a class, so that those that are open are not closed.
  var isOutsideBrackets: Bool {
    mutating get {
      current.kind.startsDeclaration && isInFirstColumn || current.kind.isMemberKeyword && isAtLineStart
    }
  }

  /// Whether a line begins with the current token, without a blank before it.
  var isInFirstColumn: Bool {
    mutating get {
      guard !current.isVirtual else { return false }
      guard current.start > 0 else { return true }
      let before = text.base[Int(current.start) - 1]
      return before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
    }
  }

  /// Whether a line begins with something that only a file or a class may hold: in a block, the brace that closes it is missing.
  /// An indented variable with a modifier is rather a variable of the function with a word too much.
  mutating func startsMember() -> Bool {
    guard current.kind.isMemberKeyword || at(.localKeyword) && peek(1).kind != .colonColon, isAtLineStart else {
      return false
    }
    if isInFirstColumn { return true }
    var distance = 0
    while peek(distance).kind.isModifier { distance += 1 }
    guard distance > 0 else { return false }
    switch peek(distance).kind {
    case .inheritKeyword, .classKeyword, .enumKeyword, .typedefKeyword, .constantKeyword: return true
    default: return signatureFollows(distance)
    }
  }

  /// Whether `type name (` stands at `distance`.
  private mutating func signatureFollows(_ distance: Int) -> Bool {
    var index = distance
    var open = 0
    while index < distance + Self.signatureLimit {
      let kind = peek(index).kind
      if kind == .leftParenthesis {
        let isName = peek(index - 1).kind == .identifier && index > distance + 1
        if open == 0, isName, peek(index - 2).kind != .dot, peek(index - 2).kind != .pipe { return true }
        open += 1
      } else if kind == .rightParenthesis {
        open -= 1
      } else if kind == .semicolon || kind == .equal || kind == .leftBrace || kind == .endOfFile || kind == .endOfBranch
        || open < 0
      {
        return false
      }
      index += 1
    }
    return false
  }

  private static var signatureLimit: Int { 64 }

  /// False, with nothing taken, for a function or a class that begins in the first column and has no `;` behind it: that is a
  /// mistake anyway, and a person who sees it says that the brace before it is missing.
  mutating func parseStatementUnlessMember(_ closing: SyntaxKind) -> Bool {
    if closing == .rightBrace, isInFirstColumn, current.kind.canStartMember, isUnfinishedMember() { return false }
    parseStatement()
    return true
  }

  /// Whether a function or a class begins here whose body has no `;` behind it, or no end. One that is too long to look at gets
  /// the benefit of the doubt: valid text must not be called wrong.
  private mutating func isUnfinishedMember() -> Bool {
    guard at(.classKeyword) || at(.enumKeyword) || signatureFollows(0) else { return false }
    var open = 0
    for distance in 1..<Self.memberLimit {
      switch peek(distance).kind {
      case .endOfFile, .endOfBranch: return open > 0
      case .semicolon where open == 0: return false
      case .leftBrace: open += 1
      case .rightBrace:
        open -= 1
        if open <= 0 { return open == 0 && peek(distance + 1).kind != .semicolon }
      default: break
      }
    }
    return false
  }

  private static var memberLimit: Int { 2048 }

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
    if current.kind.closesBracket {
      guard peek(1).kind == kind else { return missing(kind, .closing) }
      // A bracket of the wrong kind, and the right one behind it.
      takeUnexpected()
      return take()
    }
    skipUnexpected {
      $0.at(kind) || $0.at(.semicolon) || $0.at(.leftBrace) || $0.at(.rightBrace) || $0.isAtLineStart
        || $0.current.kind.isStatementKeyword
    }
    if !take(if: kind) { missing(kind, .closing) }
  }
}
