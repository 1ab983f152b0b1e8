/// Expands one use of a macro into the kinds of its tokens.
///
/// Each use is bounded, so that macros that double each other cost no more than their limit: beyond it, the use stands for itself.
struct MacroExpander {
  let text: SourceText
  let directives: DirectiveTable
  /// Where the name stands, which decides which definitions are in force.
  let use: Int
  /// The furthest byte that was looked at.
  private(set) var peekedEnd = 0
  /// Of a use that can be parsed as the call that it looks like; so can those inside it.
  private(set) var regularArguments: Range<Int>?
  private var argumentShape = ArgumentShape()

  private var result: [SyntaxKind] = []
  private var isTooLong = false
  /// Tokens that may still be looked at: macros that double each other and come to nothing would never end.
  private var budget: Int
  private var active: [UInt64] = []
  private let directiveCount: Int
  private let tokenLimit: Int

  /// A token of a macro's argument, or of a body whose parameters were replaced.
  private typealias Item = MacroDefinition.BodyToken

  /// How many tokens a use may become. A text that consists of uses of one long macro would otherwise become a tree without bound:
  /// the longer the text, the less.
  static func tokenLimit(textLength: Int) -> Int {
    var power = 1
    while power < textLength { power *= 2 }
    return min(512, (1 << 26) / power)
  }
  private static let argumentTokenLimit = 1024
  static let depthLimit = 24

  init(text: SourceText, directives: DirectiveTable, use: Int) {
    self.text = text
    self.directives = directives
    self.use = use
    directiveCount = directives.index(at: use)
    tokenLimit = Self.tokenLimit(textLength: text.count)
    budget = 8 * tokenLimit
  }

  /// Nil if the name stands for itself: no arguments follow, they do not end, or the result is too long. On success the lexer
  /// stands behind the use, otherwise where it stood.
  mutating func expand(_ macro: MacroDefinition, from lexer: inout Lexer, unclosed: inout [Int: Int]) -> [SyntaxKind]? {
    let start = lexer.position
    var arguments: [[Item]] = []
    if macro.parameterCount != nil {
      guard let end = endOfArguments(lexer, &unclosed) else { return nil }
      if macro.shape == .value, !argumentShape.isIrregular {
        regularArguments = use..<end
        return nil
      }
      if macro.parameterCount == 0 { lexer.position = end } else { arguments = readArguments(&lexer, to: end) }
    }
    emit(macro, fold(arguments, macro))
    if isTooLong {
      lexer.position = start
      return nil
    }
    return result
  }

  // MARK: Arguments in the text

  /// Where the arguments end, if they do; how they look is noted. Most are not needed, so they are read again if they are.
  private mutating func endOfArguments(_ start: Lexer, _ unclosed: inout [Int: Int]) -> Int? {
    var lexer = start
    let first = lexer.next()
    peekedEnd = max(peekedEnd, first.end + Lexer.lookahead)
    guard first.kind == .leftParenthesis || first.kind == .multisetStart else { return nil }
    if let end = unclosed[first.start] {
      peekedEnd = max(peekedEnd, end)
      return nil
    }
    var open = [first.start]
    for _ in 0..<Self.argumentTokenLimit {
      let token = lexer.next()
      peekedEnd = max(peekedEnd, token.end + Lexer.lookahead)
      switch token.kind {
      case .endOfFile:
        for offset in open { unclosed[offset] = peekedEnd }
        return nil
      case .directive: continue
      case .leftParenthesis, .leftBrace, .multisetStart: open.append(token.start)
      case .rightParenthesis, .rightBrace, .multisetEnd: open.removeLast()
      default: break
      }
      argumentShape.consume(token.kind)
      if open.isEmpty { return lexer.position }
    }
    return nil
  }

  /// Commas in inner parentheses and braces separate nothing.
  private func readArguments(_ lexer: inout Lexer, to end: Int) -> [[Item]] {
    var arguments: [[Item]] = [[]]
    var open = 1
    if lexer.next().kind == .multisetStart { arguments[0].append(Item(kind: .less)) }
    while lexer.position < end {
      let token = lexer.next()
      switch token.kind {
      case .directive: continue
      case .leftParenthesis, .leftBrace, .multisetStart: open += 1
      case .rightParenthesis, .rightBrace, .multisetEnd: open -= 1
      case .comma where open == 1:
        arguments.append([])
        continue
      default: break
      }
      guard open > 0 else {
        if token.kind == .multisetEnd { arguments[arguments.count - 1].append(Item(kind: .greater)) }
        break
      }
      let hash = token.kind == .identifier ? FNV1a.hash(text[token.start..<token.end]) : 0
      arguments[arguments.count - 1].append(Item(kind: token.kind, hash: hash))
    }
    return arguments
  }

  /// As many arguments as parameters: what is too much belongs to the last one.
  private func fold(_ arguments: [[Item]], _ macro: MacroDefinition) -> [[Item]] {
    guard let count = macro.parameterCount, count > 0, arguments.count > count else { return arguments }
    var result = Array(arguments[..<count])
    for extra in arguments[count...] {
      result[count - 1].append(Item(kind: .comma))
      result[count - 1] += extra
    }
    return result
  }

  // MARK: Bodies

  private mutating func emit(_ macro: MacroDefinition, _ arguments: [[Item]]) {
    guard spend(1) else { return }
    active.append(macro.nameHash)
    defer { active.removeLast() }
    guard macro.parameterCount ?? 0 > 0 else {
      if macro.body.count > tokenLimit { isTooLong = true }
      if spend(macro.body.count) { emit(macro.body) }
      return
    }
    var items: [Item] = []
    items.reserveCapacity(macro.body.count)
    for token in macro.body {
      guard spend(1) else { return }
      if token.parameter >= 0 {
        if token.parameter < arguments.count {
          guard spend(arguments[token.parameter].count) else { return }
          items += arguments[token.parameter]
        }
        // A variable number of arguments may be none: the comma before them goes with them.
        if token.parameter >= arguments.count || arguments[token.parameter].isEmpty, macro.isVariadic,
          token.parameter == (macro.parameterCount ?? 0) - 1, items.last?.kind == .comma
        {
          items.removeLast()
        }
      } else {
        items.append(token)
      }
      if items.count > tokenLimit {
        isTooLong = true
        return
      }
    }
    emit(items)
  }

  /// False, and the use is too long, when the budget is used up.
  private mutating func spend(_ tokens: Int) -> Bool {
    budget -= tokens
    if budget < 0 { isTooLong = true }
    return !isTooLong
  }

  private mutating func emit(_ items: [Item]) {
    let macros = directives.structure.macros
    var index = 0
    result.reserveCapacity(result.count + items.count)
    while index < items.count, !isTooLong {
      let item = items[index]
      index += 1
      if item.hash != 0, macros.mayContain(item.hash), !active.contains(item.hash), active.count < Self.depthLimit,
        let macro = macros.definition(item.hash, after: directiveCount),
        macro.shape != .value || macro.parameterCount ?? 0 > 0
      {
        guard macro.parameterCount != nil else {
          emit(macro, [])
          continue
        }
        if let (arguments, end) = arguments(in: items, from: index),
          macro.shape != .value || ArgumentShape.isIrregular(items[(index + 1)..<end].map(\.kind))
        {
          index = end
          emit(macro, fold(arguments, macro))
          continue
        }
      }
      result.append(item.kind)
      if result.count > tokenLimit { isTooLong = true }
    }
  }

  private mutating func arguments(in items: [Item], from start: Int) -> ([[Item]], Int)? {
    guard start < items.count, items[start].kind == .leftParenthesis else { return nil }
    var arguments: [[Item]] = [[]]
    var open = 1
    for index in (start + 1)..<items.count {
      guard spend(1) else { return nil }
      let kind = items[index].kind
      if kind == .leftParenthesis || kind == .leftBrace || kind == .multisetStart { open += 1 }
      if kind == .rightParenthesis || kind == .rightBrace || kind == .multisetEnd { open -= 1 }
      if open == 0 { return (arguments, index + 1) }
      if kind == .comma, open == 1 {
        arguments.append([])
      } else {
        arguments[arguments.count - 1].append(items[index])
      }
    }
    return nil
  }
}

/// What one use of a macro becomes.
struct MacroExpansion {
  /// Where the use begins.
  var start = -1
  /// Nil if the name stands for itself.
  var kinds: [SyntaxKind]?
  /// Where the use ends.
  var end = 0
  /// How far was looked to know that.
  var peekedEnd = 0
  var regularArguments: Range<Int>?
}

/// Whether the arguments of a macro look like those of a call: expressions, without blocks, types, or operators left over.
struct ArgumentShape {
  private(set) var isIrregular = false
  private var previous = SyntaxKind.leftParenthesis

  static func isIrregular(_ kinds: [SyntaxKind]) -> Bool {
    var shape = ArgumentShape()
    for kind in kinds { shape.consume(kind) }
    return shape.isIrregular
  }

  /// The tokens behind the opening parenthesis, the closing one included.
  mutating func consume(_ kind: SyntaxKind) {
    let isAtStart = previous == .comma || previous.opensBracket
    let isOperator = kind.bindingPower > 0 || kind.isAssignment
    switch kind {
    case .semicolon: isIrregular = true
    case .leftBrace: if previous != .leftParenthesis { isIrregular = true }
    case _ where kind.isStatementKeyword: isIrregular = true
    case _ where kind.isTypeKeyword: if previous != .leftParenthesis, previous != .pipe { isIrregular = true }
    case .rightParenthesis where previous == .leftParenthesis: break
    case .comma, .rightParenthesis:
      let endsInOperator = (previous.bindingPower > 0 || previous.isAssignment) && previous != .greater
      if isAtStart || endsInOperator { isIrregular = true }
    default: if isAtStart, isOperator, kind != .minus, kind != .less, kind != .greater { isIrregular = true }
    }
    previous = kind
  }
}
