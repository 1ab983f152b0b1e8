extension CompletionCandidates {
  /// The words of the language that may stand at the place.
  mutating func addWords(at site: CompletionSite) {
    switch site.place {
    case .declaration(let isBehindModifiers):
      add(PikeKeywords.modifiers + PikeKeywords.declarations + PikeKeywords.types)
      if !isBehindModifiers {
        add(["import"])
        add(PikeKeywords.declarationSnippets)
      }
    case .statement:
      add(PikeKeywords.statements(site.surroundings) + PikeKeywords.types)
      addOperandWords()
      add(PikeKeywords.statementSnippets)
    case .expression(let allowsTypes):
      addOperandWords()
      if allowsTypes { add(PikeKeywords.types) }
    case .type: add(PikeKeywords.types)
    case .directiveName: add(PikeKeywords.directives)
    case .pragma: for name in CompilerNames.pragmas { add(name, .keyword, .plain(.constant, detail: nil)) }
    case .condition: add(PikeKeywords.conditions)
    case .inheritTarget, .importTarget, .arrow, .dot, .sibling, .scope, .header, .programPath, .nothing: break
    }
  }

  private mutating func addOperandWords() {
    add(PikeKeywords.operands + PikeKeywords.scopes)
    for name in CompilerNames.identifiers { add(name, .keyword, .plain(.constant, detail: nil)) }
  }

  private mutating func add(_ words: [String]) {
    for word in words { add(word, .keyword, .keyword) }
  }

  private mutating func add(_ snippets: [(label: String, text: String)]) {
    for snippet in snippets { add(snippet.label, .snippet, .snippet(snippet.text)) }
  }

  /// What every program sees.
  mutating func addGlobals(where isSuitable: (BuiltinKind) -> Bool) {
    for symbol in BuiltinTable.globals where isSuitable(symbol.kind) {
      add(symbol.name, .global, .builtin(module: "", symbol))
    }
  }

  /// What is compiled in, at that path.
  mutating func addMembers(of path: String, _ rank: CompletionCandidate.Rank, where isSuitable: (BuiltinSymbol) -> Bool)
  {
    for symbol in BuiltinTable.members(of: path) ?? [] where isSuitable(symbol) {
      add(symbol.name, rank, .builtin(module: path, symbol))
    }
  }

  /// Parameters, variables and what else a body declares, as they are seen at an offset of it.
  mutating func addLocals(of body: Body, at offset: Int, where isSuitable: (Body.Local.Kind) -> Bool) {
    for index in body.visibleLocals(at: offset) where isSuitable(body.locals[index].kind) {
      let local = body.locals[index]
      add(local.name, .local, .local(local.completionKind, type: local.signature, parameters: local.callParameters))
    }
  }
}

extension Body.Local {
  var completionKind: CompletionItem.Kind {
    switch kind {
    case .parameter: .parameter
    case .variable: .local
    case .constant: .constant
    case .function: .function
    case .class: .class
    case .enum: .enum
    case .enumMember: .enumMember
    case .typedef: .typedef
    }
  }

  var itemKind: Item.Kind {
    switch kind {
    case .parameter, .variable: .variable
    case .constant: .constant
    case .function: .function
    case .class: .class
    case .enum: .enum
    case .enumMember: .enumMember
    case .typedef: .typedef
    }
  }

  /// How it reads in one line.
  var signature: String { signatureText.label }

  var signatureText: SignatureText {
    SignatureText(Item(kind: itemKind, name: name, type: type, parameters: parameters))
  }

  fileprivate var callParameters: [Item.Parameter]? { kind == .function ? parameters : nil }

  /// Whether a type, a program or a module may be named by it.
  var isProgram: Bool { kind == .class || kind == .enum || kind == .typedef }
}
