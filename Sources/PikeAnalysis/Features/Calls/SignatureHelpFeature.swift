import IncrementalQueries
import PikeSyntax

/// `textDocument/signatureHelp`
enum SignatureHelpFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    guard let call = CallSite(view.tree, at: view.positions.offset(of: position)), let name = call.name,
      let place = try SymbolPlace.at(name.textOffset, in: file, context)
    else { return .signatureHelp(nil) }
    let callables = try CallableFinder(context).callables(of: place.symbols, name: name.text)
    guard !callables.isEmpty else { return .signatureHelp(nil) }
    let active = SignatureChoice.active(callables.map(\.form), argument: call.argument)
    return .signatureHelp(
      SignatureHelp(
        signatures: callables.map {
          .init(label: $0.text.label, parameters: $0.text.parameters, documentation: $0.documentation)
        },
        activeSignature: active.signature, activeParameter: active.parameter))
  }
}

/// One way of calling something.
struct Callable {
  var text: SignatureText
  var form: SignatureChoice.Form
  /// Markdown.
  var documentation: String?

  init(_ text: SignatureText, isVariadic: Bool, documentation: String? = nil) {
    self.text = text
    form = SignatureChoice.Form(count: text.parameters.count, isVariadic: isVariadic)
    self.documentation = documentation
  }
}

/// Finds out how symbols are called: functions, classes by their `create`, variables by their type.
struct CallableFinder {
  let context: QueryContext

  init(_ context: QueryContext) { self.context = context }

  func callables(of symbols: [Symbol], name: String) throws(QueryInterruption) -> [Callable] {
    var result: [Callable] = []
    for symbol in symbols { result += try callables(of: symbol, name: name) }
    return result
  }

  private func callables(of symbol: Symbol, name: String) throws(QueryInterruption) -> [Callable] {
    switch symbol {
    case .item(let id): return try callables(of: id, name)
    case .local(let owner, let index):
      guard let body = try context.get(BodyQuery.self, owner), body.locals.indices.contains(index) else { return [] }
      let local = body.locals[index]
      let item = Item(kind: local.itemKind, name: name, type: local.type, parameters: local.parameters)
      return Self.callables(of: item, name, documentation: nil)
    case .module(let module):
      guard let file = module.files.first, file.path.hasSuffix(".pike") else { return [] }
      return try constructors(of: ItemID(file, []), name)
    case .builtin(let module, let builtin):
      let symbol = module.isEmpty ? BuiltinTable.global(builtin) : BuiltinTable.member(builtin, of: module)
      return (symbol?.signatures ?? []).map {
        Callable(SignatureText($0, name: name), isVariadic: $0.isVariadic, documentation: symbol?.summary)
      }
    }
  }

  private func callables(of id: ItemID, _ name: String) throws(QueryInterruption) -> [Callable] {
    guard let item = try context.get(ItemQuery.self, id) else { return [] }
    if item.kind == .class { return try constructors(of: id, name) }
    return Self.callables(of: item, name, documentation: try SymbolDescriber(context).documentation(of: id))
  }

  /// A function, or a variable that holds one.
  private static func callables(of item: Item, _ name: String, documentation: String?) -> [Callable] {
    if item.kind == .function {
      let isVariadic = item.parameters.last?.isVariadic ?? false
      return [Callable(SignatureText(item, name: name), isVariadic: isVariadic, documentation: documentation)]
    }
    guard item.kind == .variable, case .function(let parameters, let rest, let result) = item.type,
      item.type != .function([], rest: nil, result: .unknown)
    else { return [] }
    var all = parameters.map { Item.Parameter(name: nil, type: $0, hasDefault: false, isVariadic: false) }
    if let rest { all.append(Item.Parameter(name: nil, type: rest, hasDefault: false, isVariadic: true)) }
    let function = Item(kind: .function, name: name, type: result, parameters: all)
    return [Callable(SignatureText(function), isVariadic: rest != nil, documentation: documentation)]
  }

  /// `create` of a class, its own or inherited; a class without one takes nothing.
  private func constructors(of id: ItemID, _ name: String) throws(QueryInterruption) -> [Callable] {
    let documentation = id.isFile ? nil : try SymbolDescriber(context).documentation(of: id)
    let answer = try Names(context).member("create", ofClass: id)
    var result: [Callable] = []
    for case .item(let create) in answer.symbols {
      guard let item = try context.get(ItemQuery.self, create), item.kind == .class || item.kind == .function else {
        continue
      }
      let own = item.kind == .class ? nil : try SymbolDescriber(context).documentation(of: create)
      let shown = Item(
        kind: .function, name: name, type: .named(ProgramName([name])), parameters: item.parameters)
      result.append(
        Callable(
          SignatureText(shown), isVariadic: item.parameters.last?.isVariadic ?? false,
          documentation: own ?? documentation))
    }
    if result.isEmpty, answer.isCertain {
      let shown = Item(kind: .function, name: name, type: .named(ProgramName([name])))
      result.append(Callable(SignatureText(shown), isVariadic: false, documentation: documentation))
    }
    return result
  }
}
