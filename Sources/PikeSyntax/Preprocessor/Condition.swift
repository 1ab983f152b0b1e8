/// The value of the expression behind `#if`: integers, floats and strings, `defined(X)`, `constant(X.Y)`, the operators of C.
///
/// What cannot be read is false, as an undefined name is. Nesting is bounded.
struct Condition {
  enum Value: Equatable {
    case number(Double)
    case string(String)

    var isTrue: Bool { self != .number(0) }
    var number: Double { if case .number(let value) = self { value } else { 0 } }
    static func truth(_ value: Bool) -> Value { .number(value ? 1 : 0) }
  }

  private var tokens: [(kind: SyntaxKind, text: String)] = []
  private var index = 0
  private var depth = 0
  private let environment: PreprocessorEnvironment
  private let definition: (UInt64) -> MacroDefinition?

  /// How many tokens may still be read, those of macros included: macros that double each other would never end.
  private var budget: Int

  private static let depthLimit = 64
  private static let tokenLimit = 1024

  init(
    lexer: Lexer, text: SourceText, environment: PreprocessorEnvironment,
    budget: Int = tokenLimit, definition: @escaping (UInt64) -> MacroDefinition?
  ) {
    self.budget = budget
    self.environment = environment
    self.definition = definition
    var lexer = lexer
    while self.budget > 0 {
      let token = lexer.next()
      if token.kind == .endOfFile { break }
      self.budget -= 1
      tokens.append((token.kind, text.string(in: token.start..<token.end)))
    }
  }

  mutating func holds() -> Bool {
    conditional().isTrue
  }

  private var current: SyntaxKind { index < tokens.count ? tokens[index].kind : .endOfFile }

  private mutating func take(_ kind: SyntaxKind) -> Bool {
    guard current == kind else { return false }
    index += 1
    return true
  }

  private mutating func conditional() -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else { return .number(0) }
    let condition = binary(0)
    guard take(.question) else { return condition }
    let first = conditional()
    _ = take(.colon)
    let second = conditional()
    return condition.isTrue ? first : second
  }

  private mutating func binary(_ minimum: Int) -> Value {
    var left = unary()
    // Operators bind as in the language, which has one more: `?:` means nothing here.
    while current != .questionColon, current.bindingPower >= max(1, minimum) {
      let kind = current
      index += 1
      left = Self.apply(kind, left, binary(kind.bindingPower + 1))
    }
    return left
  }

  private static func apply(_ kind: SyntaxKind, _ left: Value, _ right: Value) -> Value {
    let (a, b) = (left.number, right.number)
    switch kind {
    case .pipePipe: return .truth(left.isTrue || right.isTrue)
    case .ampersandAmpersand: return .truth(left.isTrue && right.isTrue)
    case .equalEqual: return .truth(left == right)
    case .bangEqual: return .truth(left != right)
    case .less: return .truth(a < b)
    case .lessEqual: return .truth(a <= b)
    case .greater: return .truth(a > b)
    case .greaterEqual: return .truth(a >= b)
    case .plus: return .number(a + b)
    case .minus: return .number(a - b)
    case .star: return .number(a * b)
    case .slash: return .number(b == 0 ? 0 : a / b)
    default: return .number(Double(bits(kind, Int64(clamping: a), Int64(clamping: b))))
    }
  }

  private static func bits(_ kind: SyntaxKind, _ a: Int64, _ b: Int64) -> Int64 {
    switch kind {
    case .pipe: a | b
    case .caret: a ^ b
    case .ampersand: a & b
    case .shiftLeft: a << b
    case .shiftRight: a >> b
    case .percent: b == 0 ? 0 : a.remainderReportingOverflow(dividingBy: b).partialValue
    default: 0
    }
  }

  private mutating func unary() -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit, index < tokens.count else { return .number(0) }
    let (kind, text) = tokens[index]
    index += 1
    switch kind {
    case .bang: return .truth(!unary().isTrue)
    case .minus: return .number(-unary().number)
    case .tilde: return .number(Double(~Int64(clamping: unary().number)))
    case .leftParenthesis:
      let value = conditional()
      _ = take(.rightParenthesis)
      return value
    case .integer: return .number(Self.integer(text))
    case .float: return .number(Double(text) ?? 0)
    case .string: return .string(text)
    default: return name(text)
    }
  }

  private static func integer(_ text: String) -> Double {
    let lower = text.lowercased()
    if lower.hasPrefix("0x") { return Double(UInt64(lower.dropFirst(2), radix: 16) ?? 0) }
    if lower.hasPrefix("0b") { return Double(UInt64(lower.dropFirst(2), radix: 2) ?? 0) }
    if lower.hasPrefix("0") { return Double(UInt64(lower, radix: 8) ?? 0) }
    return Double(lower) ?? 0
  }

  private mutating func name(_ text: String) -> Value {
    switch text {
    case "defined": return .truth(definition(FNV1a.hash(argument().utf8)) != nil)
    case "constant", "efun": return .truth(environment.isConstant(argument()))
    default: return expand(text)
    }
  }

  /// The text between parentheses.
  private mutating func argument() -> String {
    guard take(.leftParenthesis) else { return "" }
    var result = ""
    var open = 1
    while index < tokens.count {
      let (kind, text) = tokens[index]
      index += 1
      open += kind == .leftParenthesis ? 1 : kind == .rightParenthesis ? -1 : 0
      if open == 0 { break }
      result += text
    }
    return result
  }

  /// A macro without parameters stands for its text; anything else, and a name that is not defined, for zero.
  private mutating func expand(_ text: String) -> Value {
    guard let macro = definition(FNV1a.hash(text.utf8)), macro.parameterCount == nil, !macro.body.isEmpty else {
      if current == .leftParenthesis { _ = argument() }
      return .number(0)
    }
    let body = SourceText(macro.bodyText)
    var inner = Condition(
      lexer: Lexer(body), text: body, environment: environment, budget: budget, definition: definition)
    inner.depth = depth + 1
    defer { budget = inner.budget }
    return inner.conditional()
  }
}

extension Int64 {
  fileprivate init(clamping value: Double) {
    self = value.isNaN ? 0 : Int64(Swift.max(-9e18, Swift.min(9e18, value)))
  }
}
