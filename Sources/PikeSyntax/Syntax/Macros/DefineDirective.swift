/// `#define NAME body` or `#define NAME(a, b) body`, wherever it stands.
package struct DefineDirective: Sendable, Hashable {
  /// From the `#` on.
  package let range: Range<Int>
  package let nameRange: Range<Int>
  package let name: String
  /// The names between the parentheses; nil if there are none.
  package let parameters: [Range<Int>]?
  package let bodyRange: Range<Int>
  /// Whether the branch in which it stands is compiled.
  package let isActive: Bool

  /// Nil if there is no name.
  init?(_ directive: Directive, isActive: Bool, in text: SourceText) {
    guard directive.kind == .define else { return nil }
    var lexer = Lexer(text, range: directive.argument..<directive.end)
    let name = lexer.next()
    guard name.kind.isWord else { return nil }
    range = directive.range
    nameRange = name.start..<name.end
    self.name = text.string(in: nameRange)
    self.isActive = isActive
    let takesArguments = lexer.byte(lexer.position) == UInt8(ascii: "(")
    parameters = takesArguments ? Self.readParameters(&lexer) : nil
    let bodyStart = lexer.position
    let first = lexer.next()
    bodyRange = first.kind == .endOfFile ? bodyStart..<bodyStart : first.start..<directive.end
  }

  private static func readParameters(_ lexer: inout Lexer) -> [Range<Int>] {
    _ = lexer.next()
    var result: [Range<Int>] = []
    while true {
      let token = lexer.next()
      if token.kind == .rightParenthesis || token.kind == .endOfFile { return result }
      if token.kind.isWord { result.append(token.start..<token.end) }
    }
  }
}

extension SyntaxTree {
  /// The macros that the file defines, in order, those in branches that are not compiled included.
  package var defineDirectives: [DefineDirective] {
    var result: [DefineDirective] = []
    // Whether each of the groups around is compiled at this place.
    var groups: [Bool] = []
    for (index, directive) in directives.directives.enumerated() {
      switch directive.kind {
      case .if, .ifdef, .ifndef: groups.append(directives.structure.isActive[index])
      case .elif, .else: if !groups.isEmpty { groups[groups.count - 1] = directives.structure.isActive[index] }
      case .endif: _ = groups.popLast()
      case .define:
        let isActive = groups.allSatisfy { $0 }
        if let define = DefineDirective(directive, isActive: isActive, in: text) { result.append(define) }
      default: break
      }
    }
    return result
  }

  /// The definition in this file that a use at `range` of the text refers to.
  func defineDirective(of range: Range<Int>) -> DefineDirective? {
    guard let macro = macro(named: range) else { return nil }
    let end = directives.index(at: range.lowerBound)
    for index in (0..<end).reversed() where directives.directives[index].kind == .define {
      if isBegun(macro, by: index) { return DefineDirective(directives.directives[index], isActive: true, in: text) }
    }
    return nil
  }

  /// Whether the macro is in force behind the directive and was not before: names may be defined more than once.
  private func isBegun(_ macro: MacroDefinition, by index: Int) -> Bool {
    let hash = FNV1a.hash(macro.name)
    let table = directives.structure.macros
    return table.definition(hash, after: index + 1) === macro && table.definition(hash, after: index) !== macro
  }
}
