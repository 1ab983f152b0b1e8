/// Expands one use of a macro into tokens with their texts.
///
/// The parser needs kinds only and gets them from `MacroExpander`, which must be fast. This does the same with texts, for the
/// few tokens that somebody asks about, and gives no answer where the two should not agree.
struct MacroTextExpander {
  private struct Item {
    var kind: SyntaxKind
    var text: String
    var source: Range<Int>?
    /// Of the name of what may be a macro; otherwise zero.
    var hash: UInt64 = 0
  }

  private let tree: SyntaxTree
  private let directiveCount: Int
  private var result: [ExpandedToken] = []
  private var active: [UInt64] = []
  private let limit: Int

  static func expand(_ use: MacroUse) -> [ExpandedToken]? {
    guard let macro = use.tree.macro(named: use.nameRange) else { return nil }
    var lexer = Lexer(use.tree.text, range: use.nameRange.upperBound..<use.range.upperBound)
    var unclosed: [Int: Int] = [:]
    var byKind = MacroExpander(text: use.tree.text, directives: use.tree.directives, use: use.nameRange.lowerBound)
    guard let kinds = byKind.expand(macro, from: &lexer, unclosed: &unclosed) else { return nil }
    var expander = MacroTextExpander(use, limit: kinds.count)
    expander.emit(macro, expander.fold(expander.arguments(of: use, macro), macro))
    return expander.result.map(\.kind) == kinds ? expander.result : nil
  }

  private init(_ use: MacroUse, limit: Int) {
    tree = use.tree
    directiveCount = use.tree.directives.index(at: use.nameRange.lowerBound)
    self.limit = limit
  }

  // MARK: Arguments

  private func arguments(of use: MacroUse, _ macro: MacroDefinition) -> [[Item]] {
    guard macro.parameterCount != nil else { return [] }
    let items = use.argumentTokens.filter { $0.kind != .directive }.map(item)
    return Self.arguments(in: items, from: 0, ofUse: true)?.0 ?? []
  }

  private func item(_ token: SourceToken) -> Item {
    let hash = token.kind == .identifier ? FNV1a.hash(tree.text[token.range]) : 0
    return Item(kind: token.kind, text: tree.text.string(in: token.range), source: token.range, hash: hash)
  }

  /// As many arguments as parameters: what is too much belongs to the last one.
  private func fold(_ arguments: [[Item]], _ macro: MacroDefinition) -> [[Item]] {
    guard let count = macro.parameterCount, count > 0, arguments.count > count else { return arguments }
    let last = arguments[(count - 1)...].joined(separator: [Item(kind: .comma, text: ",")])
    return arguments[..<(count - 1)] + [Array(last)]
  }

  /// What stands between the parenthesis at `start` and the one that closes it, cut at commas, and the index behind it. Of a
  /// use in the text, `(<` and `>)` open and close the arguments as well, and their angle brackets belong to them.
  private static func arguments(in items: [Item], from start: Int, ofUse: Bool) -> ([[Item]], Int)? {
    guard start < items.count else { return nil }
    var arguments: [[Item]] = [[]]
    if ofUse, items[start].kind == .multisetStart {
      arguments[0].append(Item(kind: .less, text: "<"))
    } else if items[start].kind != .leftParenthesis {
      return nil
    }
    var open = 1
    for index in (start + 1)..<items.count {
      let item = items[index]
      open += item.kind.opensArguments ? 1 : item.kind.closesArguments ? -1 : 0
      if open == 0 {
        if ofUse, item.kind == .multisetEnd { arguments[arguments.count - 1].append(Item(kind: .greater, text: ">")) }
        return (arguments, index + 1)
      }
      if item.kind == .comma, open == 1 {
        arguments.append([])
      } else {
        arguments[arguments.count - 1].append(item)
      }
    }
    return nil
  }

  // MARK: Bodies

  private mutating func emit(_ macro: MacroDefinition, _ arguments: [[Item]]) {
    active.append(FNV1a.hash(macro.name))
    defer { active.removeLast() }
    var items: [Item] = []
    for (token, parts) in zip(macro.body, MacroBodyText.pieces(of: macro)) {
      if token.parameter >= 0 {
        append(token.parameter, of: macro, arguments, to: &items)
      } else {
        items.append(item(token, parts, arguments))
      }
      if items.count > MacroExpander.tokenLimit(textLength: tree.text.count) { return }
    }
    emit(items)
  }

  private func append(_ parameter: Int, of macro: MacroDefinition, _ arguments: [[Item]], to items: inout [Item]) {
    let argument = parameter < arguments.count ? arguments[parameter] : []
    items += argument
    // A variable number of arguments may be none: the comma before them goes with them.
    let isRest = macro.isVariadic && parameter == (macro.parameterCount ?? 0) - 1
    if isRest, argument.isEmpty, items.last?.kind == .comma { items.removeLast() }
  }

  private func item(_ token: MacroDefinition.BodyToken, _ parts: MacroBodyText.Piece, _ arguments: [[Item]]) -> Item {
    func argument(_ index: Int) -> [Item] { index < arguments.count ? arguments[index] : [] }
    var text = ""
    for part in parts {
      switch part {
      case .text(let own): text += own
      case .parameter(let index): text += argument(index).map(\.text).joined()
      case .quoted(let index): text += quoted(argument(index))
      }
    }
    return Item(kind: token.kind, text: text, source: nil, hash: token.hash)
  }

  /// An argument as the text of a string, as it was written.
  private func quoted(_ argument: [Item]) -> String {
    let sources = argument.compactMap(\.source)
    var text = argument.map(\.text).joined(separator: " ")
    if sources.count == argument.count, let first = sources.first, let last = sources.last,
      first.lowerBound <= last.upperBound
    {
      text = tree.text.string(in: first.lowerBound..<last.upperBound)
    }
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  private mutating func emit(_ items: [Item]) {
    var index = 0
    while index < items.count, result.count <= limit {
      let item = items[index]
      index += 1
      if let macro = macro(of: item) {
        guard macro.parameterCount != nil else {
          emit(macro, [])
          continue
        }
        if let (arguments, end) = Self.arguments(in: items, from: index, ofUse: false),
          macro.shape != .value || ArgumentShape.isIrregular(items[(index + 1)..<end].map(\.kind))
        {
          index = end
          emit(macro, fold(arguments, macro))
          continue
        }
      }
      result.append(ExpandedToken(kind: item.kind, text: item.text, source: item.source))
    }
  }

  /// The macro that a name within the expansion stands for.
  private func macro(of item: Item) -> MacroDefinition? {
    guard item.hash != 0, !active.contains(item.hash), active.count < MacroExpander.depthLimit,
      let macro = tree.directives.structure.macros.definition(item.hash, after: directiveCount),
      macro.shape != .value || macro.parameterCount ?? 0 > 0
    else { return nil }
    return macro
  }
}

extension SyntaxKind {
  /// Brackets between which a comma does not end an argument of a macro.
  fileprivate var opensArguments: Bool { self == .leftParenthesis || self == .leftBrace || self == .multisetStart }
  fileprivate var closesArguments: Bool { self == .rightParenthesis || self == .rightBrace || self == .multisetEnd }
}
