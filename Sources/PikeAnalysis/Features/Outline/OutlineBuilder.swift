import PikeSyntax

/// The declarations of a file as a tree, those in branches that are not compiled included: a person looks for them too.
struct OutlineBuilder {
  private let positions: FilePositions

  /// Classes inside each other beyond this are left out, so that nothing can be too deep for the stack.
  private static let depthLimit = 32

  static func symbols(of tree: SyntaxTree, _ positions: FilePositions) -> [DocumentSymbol] {
    let builder = OutlineBuilder(positions: positions)
    return builder.symbols(of: tree.sourceFile.declarations, isInClass: false, depth: 0)
  }

  private func symbols(
    of declarations: SyntaxViews<DeclarationSyntax>, isInClass: Bool, depth: Int
  ) -> [DocumentSymbol] {
    guard depth < Self.depthLimit else { return [] }
    return declarations.flatMap { symbols(of: $0, isInClass: isInClass, depth: depth) }
  }

  private func symbols(of declaration: DeclarationSyntax, isInClass: Bool, depth: Int) -> [DocumentSymbol] {
    switch declaration {
    case .class(let view): return symbols(of: view, isInClass: isInClass, depth: depth)
    case .enum(let view): return symbols(of: view)
    case .function(let view): return symbol(of: view, isInClass: isInClass).map { [$0] } ?? []
    case .typedef(let view):
      return symbol(
        view.name, .typedef, detail: view.type.map { SourceLine.text(of: $0.element) }, in: view.syntax, view
      ).map { [$0] } ?? []
    case .constant(let view): return symbols(of: view)
    case .variable(let view): return symbols(of: view, kind: isInClass ? .field : .variable)
    case .modifierBlock(let view):
      return view.body.map { symbols(of: $0.declarations, isInClass: isInClass, depth: depth + 1) } ?? []
    case .conditionalGroup(let view):
      return view.branches.flatMap { symbols(of: $0.declarations, isInClass: isInClass, depth: depth + 1) }
    case .inherit, .import, .empty, .directive, .unexpected, .tooDeep: return []
    }
  }

  // MARK: Declarations

  private func symbols(of view: ClassSyntax, isInClass: Bool, depth: Int) -> [DocumentSymbol] {
    let members = view.body.map { symbols(of: $0.declarations, isInClass: true, depth: depth + 1) } ?? []
    let detail = view.parameterList.map { SourceLine.text(of: $0.syntax) }
    guard var symbol = symbol(view.name, .class, detail: detail, in: view.syntax, view) else { return members }
    symbol.children = members
    return [symbol]
  }

  private func symbols(of view: EnumSyntax) -> [DocumentSymbol] {
    let members = view.members.compactMap { member in
      symbol(member.name, .enumMember, detail: value(member.value), in: member.syntax)
    }
    guard var symbol = symbol(view.name, .enum, detail: nil, in: view.syntax, view) else { return members }
    symbol.children = members
    return [symbol]
  }

  private func symbol(of view: FunctionSyntax, isInClass: Bool) -> DocumentSymbol? {
    let isConstructor = isInClass && view.name?.text == "create"
    let result = view.returnType.map { SourceLine.text(of: $0.element) } ?? ""
    let parameters = view.parameterList.map { SourceLine.text(of: $0.syntax) } ?? "()"
    return symbol(
      view.name, isConstructor ? .constructor : isInClass ? .method : .function, detail: result + parameters,
      in: view.syntax, view)
  }

  private func symbols(of view: ConstantSyntax) -> [DocumentSymbol] {
    symbols(of: view.declarators, view) { symbol(of: $0, .constant, detail: value($0.value), $1, view) }
  }

  private func symbols(of view: VariableSyntax, kind: SymbolKind) -> [DocumentSymbol] {
    let type = view.type.map { SourceLine.text(of: $0.element) }
    return symbols(of: view.declarators, view) { symbol(of: $0, kind, detail: type, $1, view) }
  }

  /// The first name has the declaration's beginning, the last one its end.
  private func symbols(
    of declarators: SyntaxViews<DeclaratorSyntax>, _ view: some ModifiedSyntax,
    _ make: (DeclaratorSyntax, Range<Int>) -> DocumentSymbol?
  ) -> [DocumentSymbol] {
    let all = Array(declarators)
    return all.enumerated().compactMap { index, declarator in
      let own = declarator.syntax.range
      let start = index == 0 ? min(view.syntax.range.lowerBound, own.lowerBound) : own.lowerBound
      let end = index == all.count - 1 ? max(view.syntax.range.upperBound, own.upperBound) : own.upperBound
      return make(declarator, start..<max(start, end))
    }
  }

  private func symbol(
    of declarator: DeclaratorSyntax, _ kind: SymbolKind, detail: String?, _ range: Range<Int>,
    _ view: some ModifiedSyntax
  ) -> DocumentSymbol? {
    declarator.name.flatMap { symbol($0, kind, detail: detail, range: range, isDeprecated: view.isDeprecated) }
  }

  // MARK: Symbols

  private func symbol(
    _ name: SyntaxToken?, _ kind: SymbolKind, detail: String?, in node: SyntaxNode, _ view: (some ModifiedSyntax)?
  ) -> DocumentSymbol? {
    name.flatMap {
      symbol($0, kind, detail: detail, range: node.range, isDeprecated: view?.isDeprecated ?? false)
    }
  }

  private func symbol(_ name: SyntaxToken?, _ kind: SymbolKind, detail: String?, in node: SyntaxNode) -> DocumentSymbol?
  {
    name.flatMap { symbol($0, kind, detail: detail, range: node.range, isDeprecated: false) }
  }

  /// A name out of a macro's body has no place; one out of a macro's argument stands before all else.
  private func symbol(
    _ name: SyntaxToken, _ kind: SymbolKind, detail: String?, range: Range<Int>, isDeprecated: Bool
  ) -> DocumentSymbol? {
    guard !name.isMissing, let place = name.sourceRange ?? name.macroUse?.range else { return nil }
    let text = name.text
    guard !text.isEmpty else { return nil }
    let whole = min(range.lowerBound, place.lowerBound)..<max(range.upperBound, place.upperBound)
    return DocumentSymbol(
      name: text, detail: detail, kind: kind, range: positions.range(whole), selectionRange: positions.range(place),
      children: [], isDeprecated: isDeprecated)
  }

  private func value(_ expression: ExpressionSyntax?) -> String? {
    expression.flatMap { $0.element.isMissing ? nil : SourceLine.text(of: $0.element, limit: 60) }
  }
}

extension ModifiedSyntax {
  /// Whether `__deprecated__` stands before the declaration.
  var isDeprecated: Bool {
    attributes.contains {
      $0.keyword?.kind == .deprecatedKeyword || $0.names.contains { $0.text == "\"deprecated\"" }
    }
  }
}
