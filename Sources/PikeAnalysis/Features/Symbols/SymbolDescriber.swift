import IncrementalQueries
import PikeSyntax

/// What there is to say of a symbol, for whoever shows it.
struct SymbolDescriber {
  let context: QueryContext

  init(_ context: QueryContext) { self.context = context }

  func text(of symbol: Symbol) throws(QueryInterruption) -> HoverText? {
    switch symbol {
    case .item(let id): try text(of: id)
    case .local(let owner, let index): try local(owner, index)
    case .module(let module): try text(of: module)
    case .builtin(let module, let name): builtin(module, name)
    }
  }

  // MARK: Declarations

  private func text(of id: ItemID) throws(QueryInterruption) -> HoverText? {
    if id.isFile {
      return HoverText(
        signatures: ["\(id.file.path.hasSuffix(".pmod") ? "module" : "class") \(Self.name(of: id.file))"],
        container: nil,
        documentation: try documentation(ofFile: id.file))
    }
    guard let item = try context.get(ItemQuery.self, id) else { return nil }
    return HoverText(
      signatures: [SignatureText(item).label], container: container(of: id), documentation: try documentation(of: id))
  }

  /// The file and the classes around.
  private func container(of id: ItemID) -> String {
    ([Self.name(of: id.file)] + id.path.dropLast()).joined(separator: ".")
  }

  /// Without the ending; of a `module.pmod` that of its directory.
  static func name(of file: FileID) -> String {
    if file.name == "module.pmod", file.directory.hasSuffix(".pmod") {
      return String(FileID(file.directory).name.dropLast(5))
    }
    for suffix in [".pike", ".pmod"] where file.name.hasSuffix(suffix) {
      return String(file.name.dropLast(suffix.count))
    }
    return String(file.name)
  }

  /// Markdown; nil if there is none.
  func documentation(of id: ItemID) throws(QueryInterruption) -> String? {
    guard let tree = try context.tree(of: id.file), let place = try ItemPlaces.place(of: id, in: context),
      place.node.tree === tree
    else { return nil }
    return Self.documented(place.node).flatMap { tree.documentation(of: $0) }.map { AutoDocMarkdown.render($0.text) }
  }

  /// The declaration that a name behind a comma belongs to.
  private static func documented(_ node: SyntaxNode) -> SyntaxNode? {
    guard node.kind == .declarator || node.kind == .parameter else { return node }
    return node.tree.path(to: node.offset).nodes.last {
      $0.kind == .variableDeclaration || $0.kind == .constantDeclaration
    }
  }

  /// What is said of no declaration at the beginning of a file is said of the file.
  private func documentation(ofFile file: FileID) throws(QueryInterruption) -> String? {
    guard let tree = try context.tree(of: file),
      let first = tree.documentation(in: tree.rootNode).first, first.declarations.isEmpty
    else { return nil }
    return AutoDocMarkdown.render(first.text)
  }

  // MARK: Others

  private func local(_ owner: ItemID, _ index: Int) throws(QueryInterruption) -> HoverText? {
    guard let body = try context.get(BodyQuery.self, owner), body.locals.indices.contains(index) else { return nil }
    let kind = body.locals[index].kind == .parameter ? "// parameter" : "// local"
    return HoverText(signatures: [kind, body.locals[index].signature])
  }

  private func text(of module: Module) throws(QueryInterruption) -> HoverText {
    var documentation: String?
    for file in module.files where documentation == nil { documentation = try self.documentation(ofFile: file) }
    return HoverText(
      signatures: ["\(module.isClass ? "class" : "module") \(module.name)"], container: nil,
      documentation: documentation)
  }

  private func builtin(_ module: String, _ name: String) -> HoverText? {
    let symbol = module.isEmpty ? BuiltinTable.global(name) : BuiltinTable.member(name, of: module)
    guard let symbol else { return nil }
    var documentation = symbol.summary
    if symbol.isDeprecated {
      documentation = ["**Deprecated**", symbol.summary].compactMap(\.self).joined(separator: "\n\n")
    }
    return HoverText(
      signatures: symbol.signatureTexts().map(\.label), container: module.isEmpty ? nil : module,
      documentation: documentation)
  }
}

extension Module {
  /// Whether it is a class by itself: a `.pike` file, or a class that is compiled in.
  var isClass: Bool {
    if let file = files.first { return file.path.hasSuffix(".pike") }
    guard directories.isEmpty, let builtin else { return false }
    return BuiltinSymbol.at(builtin)?.kind == .class
  }
}
