extension Parser {
  /// Whether the body of a macro is one expression, whose parameters are names.
  static func isExpression(_ body: [MacroDefinition.BodyToken]) -> Bool {
    // An assignment that begins with a name may as well be a declaration in disguise; the parser sees which.
    let text = SourceText([])
    let directives = DirectiveTable(empty: text)
    var parser = Parser(text: text, directives: directives)
    return parser.parsesAsExpression(body.map { $0.parameter >= 0 ? .identifier : $0.kind })
  }

  private mutating func parsesAsExpression(_ kinds: [SyntaxKind]) -> Bool {
    expansion = kinds.reversed().map { Token(kind: $0, flags: .virtual, triviaStart: 0, start: 0, end: 0) }
    if kinds.contains(where: \.isFaulty) { return false }
    current = produce()
    guard startsExpression, !current.kind.isTypeKeyword else { return false }
    parseAssignment()
    return errorCount == 0 && at(.endOfFile)
  }
}
