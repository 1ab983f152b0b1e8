import PikeSyntax

/// Makes what is shown of the candidates that are.
struct CompletionItemMaker {
  let range: Range<TextPosition>
  /// Whether a function is inserted with its parentheses: not where it has them already, or is not called.
  let callsFunctions: Bool
  /// The steps to the members of each class that something was shown of.
  private var steps: [ItemID: [String]] = [:]

  init(range: Range<TextPosition>, callsFunctions: Bool) {
    self.range = range
    self.callsFunctions = callsFunctions
  }

  mutating func list(_ candidates: CompletionCandidates) -> CompletionList {
    let (shown, isCut) = candidates.sorted
    var items: [CompletionItem] = []
    items.reserveCapacity(shown.count)
    for candidate in shown { items.append(item(candidate)) }
    return CompletionList(items: items, isIncomplete: isCut)
  }

  private mutating func item(_ candidate: CompletionCandidate) -> CompletionItem {
    var item = CompletionItem(
      label: candidate.label, kind: .keyword, detail: nil, insertText: candidate.label, isSnippet: false,
      replacedRange: range, sortText: candidate.rank.letter + candidate.label, origin: .none)
    switch candidate.content {
    case .keyword: break
    case .snippet(let text): (item.kind, item.insertText, item.isSnippet) = (.snippet, text, true)
    case .plain(let kind, let detail): (item.kind, item.detail) = (kind, detail)
    case .local(let kind, let type, let parameters):
      (item.kind, item.detail) = (kind, type)
      if let parameters { call(&item, parameters.map(SnippetText.Argument.init)) }
    case .item(let candidate): fill(&item, candidate)
    case .builtin(let module, let symbol): fill(&item, module, symbol)
    case .module(let kind, let path): (item.kind, item.origin) = (kind, .module(path: path))
    }
    return item
  }

  private mutating func fill(_ item: inout CompletionItem, _ candidate: ItemCandidate) {
    let declaration = candidate.item
    let parent = candidate.parent
    item.kind = CompletionItem.Kind(declaration.kind, isInClass: !parent.isFile)
    item.detail = SignatureText(declaration).label
    let steps = steps[parent] ?? Item.steps(to: candidate.siblings)
    // Of a file with others that it includes, each has its own parent; so the siblings are those of the parent.
    self.steps[parent] = steps
    item.origin = .item(file: parent.file, path: parent.path + [steps[candidate.index]])
    if declaration.kind == .function { call(&item, declaration.parameters.map(SnippetText.Argument.init)) }
  }

  private func fill(_ item: inout CompletionItem, _ module: String, _ symbol: BuiltinSymbol) {
    item.kind = CompletionItem.Kind(symbol.kind, isInModule: !module.isEmpty)
    let template = BuiltinTemplates.template(of: symbol)
    item.detail = template.detail
    item.origin = .builtin(module: module, name: symbol.name)
    item.isDeprecated = symbol.isDeprecated
    if let call = template.call, callsFunctions { (item.insertText, item.isSnippet) = (call, true) }
  }

  private func call(_ item: inout CompletionItem, _ arguments: [SnippetText.Argument]) {
    guard callsFunctions else { return }
    item.insertText = SnippetText.call(item.label, arguments)
    item.isSnippet = true
  }
}

extension CompletionItem.Kind {
  init(_ kind: Item.Kind, isInClass: Bool) {
    self =
      switch kind {
      case .class: .class
      case .function: isInClass ? .method : .function
      case .variable: .variable
      case .constant: .constant
      case .enum: .enum
      case .enumMember: .enumMember
      case .typedef: .typedef
      case .inherit, .import: .module
      }
  }

  init(_ kind: BuiltinKind, isInModule: Bool) {
    self =
      switch kind {
      case .function: isInModule ? .method : .function
      case .class: .class
      case .module: .module
      case .constant: .constant
      case .variable: .variable
      case .type: .typedef
      }
  }
}
