/// Reads what stands behind `#define`.
struct MacroReader {
  private var lexer: Lexer
  /// By the hash of its name, which parameter it is.
  private var parameters: [UInt64: Int] = [:]
  private var parameterCount = 0

  private init(_ text: SourceText, _ range: Range<Int>) {
    lexer = Lexer(text, range: range)
  }

  /// Nil when there is no name. Mistakes in the list of parameters are passed over: what can be read counts.
  static func read(_ directive: Directive, in text: SourceText) -> MacroDefinition? {
    var reader = MacroReader(text, directive.argument..<directive.end)
    return reader.read(text)
  }

  private mutating func read(_ text: SourceText) -> MacroDefinition? {
    let name = lexer.next()
    guard name.kind == .identifier || name.kind.isKeyword || name.kind == .reservedName else { return nil }
    let nameBytes = Array(text[name.start..<name.end])
    var parameterCount: Int?
    var isVariadic = false
    if lexer.byte(lexer.position) == UInt8(ascii: "(") {
      isVariadic = readParameters(text)
      parameterCount = self.parameterCount
    }
    let bodyStart = lexer.position
    let body = readBody(text)
    return MacroDefinition(
      name: nameBytes, parameterCount: parameterCount, isVariadic: isVariadic, body: body,
      bodyText: Array(text[bodyStart..<max(bodyStart, lexer.end)]), parameters: parameters,
      shape: MacroShape.of(body))
  }

  /// True if the last one ends in `...`.
  private mutating func readParameters(_ text: SourceText) -> Bool {
    var isVariadic = false
    _ = lexer.next()
    while true {
      let token = lexer.next()
      switch token.kind {
      case .rightParenthesis, .endOfFile: return isVariadic
      case .dotDotDot: isVariadic = true
      case .comma: break
      default:
        let hash = FNV1a.hash(text[token.start..<token.end])
        if parameters[hash] == nil { parameters[hash] = parameterCount }
        parameterCount += 1
      }
    }
  }

  private mutating func readBody(_ text: SourceText) -> [MacroDefinition.BodyToken] {
    var body: [MacroDefinition.BodyToken] = []
    while true {
      let token = lexer.next()
      if token.kind == .endOfFile { return body }
      // Behind a parenthesis as good as alone: `#` is an operator here, unless a string follows.
      if token.kind == .directive {
        lexer.position = token.start + 1
        readHash(text, &body)
        continue
      }
      body.append(bodyToken(token, text))
    }
  }

  private func bodyToken(_ token: RawToken, _ text: SourceText) -> MacroDefinition.BodyToken {
    guard token.kind == .identifier || token.kind == .reservedName || token.kind.isKeyword else {
      return MacroDefinition.BodyToken(kind: token.kind, parameter: -1, hash: 0)
    }
    let hash = FNV1a.hash(text[token.start..<token.end])
    return MacroDefinition.BodyToken(
      kind: token.kind, parameter: parameters[hash] ?? -1, hash: token.kind == .identifier ? hash : 0)
  }

  /// `a##b` makes one name of two, `#a` a string.
  private mutating func readHash(_ text: SourceText, _ body: inout [MacroDefinition.BodyToken]) {
    if lexer.byte(lexer.position) == UInt8(ascii: "#") {
      lexer.position += 1
      paste(text, &body)
      return
    }
    let next = lexer.next()
    if next.kind == .directive { lexer.position = next.start + 1 }
    body.append(MacroDefinition.BodyToken(kind: .string, parameter: -1, hash: 0))
  }

  private mutating func paste(_ text: SourceText, _ body: inout [MacroDefinition.BodyToken]) {
    let next = lexer.next()
    if next.kind == .directive {
      lexer.position = next.start
      return
    }
    guard next.kind != .endOfFile else { return }
    let right = bodyToken(next, text)
    if let last = body.last, last.canBePasted, right.canBePasted || right.kind == .integer {
      body[body.count - 1] = MacroDefinition.BodyToken(kind: .identifier, parameter: -1, hash: 0)
    } else {
      body.append(right)
    }
  }
}

extension MacroDefinition.BodyToken {
  fileprivate var canBePasted: Bool { kind == .identifier || kind == .reservedName || kind.isKeyword || parameter >= 0 }
}

enum MacroShape {
  static func of(_ body: [MacroDefinition.BodyToken]) -> MacroDefinition.Shape {
    if body.isEmpty { return .tokens }
    if body.allSatisfy({ $0.kind == .string && $0.parameter < 0 }) { return .string }
    // A parameter alone may be anything.
    if body.count == 1, body[0].kind == .identifier { return body[0].parameter < 0 ? .value : .tokens }
    return Parser.isExpression(body) ? .value : .tokens
  }
}
