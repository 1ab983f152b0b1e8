// Variables and functions that are declared where an expression may stand.
extension Parser {
  /// A type keyword begins a declaration. A name does if another name stands behind it.
  mutating func startsLocalDeclaration() -> Bool {
    switch current.kind {
    case .identifier:
      let next = peek(1).kind
      if next == .identifier { return !isStringNext(1) }
      return next == .dot || next == .colonColon ? nameFollowsName() : false
    case .reservedName, .dot, .colonColon, .globalKeyword, .predefKeyword: return nameFollowsName()
    case .float: return peek(1).kind == .colonColon && nameFollowsName()
    case .string: return peek(1).kind == .colonColon && nameFollowsName()
    default: return current.kind.isTypeKeyword
    }
  }

  /// A macro that stands for a string is no name.
  private mutating func isStringNext(_ distance: Int) -> Bool {
    peek(distance).flags.contains(.stringMacro)
  }

  private mutating func nameFollowsName() -> Bool {
    var distance = 0
    if at(.dot) || at(.colonColon) { distance += 1 }
    while true {
      switch peek(distance).kind {
      case .identifier, .reservedName, .globalKeyword, .predefKeyword, .float, .string: distance += 1
      default: return false
      }
      switch peek(distance).kind {
      case .dot, .colonColon: distance += 1
      case .identifier: return !isStringNext(distance)
      default: return false
      }
    }
  }

  mutating func parseLocalDeclaration() -> SyntaxKind {
    guard descend() else { return .localDeclaration }
    defer { depth -= 1 }
    let mark = self.mark
    parseType()
    skipPointer()
    expectName()
    if at(.leftParenthesis) {
      parseParameters(allowModifiers: false)
      if at(.leftBrace) { parseBlock() } else { missing(.leftBrace, .block) }
      finish(.localFunctionStatement, from: mark)
      return .localFunctionStatement
    }
    parseDeclarators()
    finish(.localDeclaration, from: mark)
    return .localDeclaration
  }
}
