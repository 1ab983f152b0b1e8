internal import PikeSyntax

/// Makes items out of declarations. What stands in nodes of the tree before is taken from there.
struct ItemLowering {
  private var reader: BodyLowering
  private var depth = 0
  /// Where the declaration that is being read begins.
  private var base = 0
  /// How many declarations were read, rather than taken from before.
  private(set) var readCount = 0
  private static let depthLimit = 40
  private let shouldStop: () -> Bool
  /// What was made is not complete.
  private(set) var wasStopped = false

  /// `shouldStop` is asked before each declaration is read.
  init(_ tree: SyntaxTree, unless shouldStop: @escaping () -> Bool) {
    reader = BodyLowering(readingTypesIn: tree.rootNode)
    self.shouldStop = shouldStop
  }

  /// What a file declares itself; nil as soon as `shouldStop` says so.
  static func items(of tree: SyntaxTree, unless shouldStop: @escaping () -> Bool) -> [Item]? {
    var lowering = ItemLowering(tree, unless: shouldStop)
    let pieces = lowering.pieces(of: tree.rootNode, from: 0, old: [])
    return lowering.wasStopped ? nil : pieces.flatMap(\.piece.items)
  }

  /// What stands in a file, a class body or a branch.
  ///
  /// An edit leaves most nodes at the beginning and at the end of a list as they are; what is between them is read again, and of
  /// the old nodes there each one is thought to be the old state of one of the new.
  mutating func pieces(
    of list: SyntaxNode?, _ around: Item.Modifiers = [], from base: Int, old: [ItemPiece.Placed]
  ) -> [ItemPiece.Placed] {
    guard let list, depth < Self.depthLimit else { return [] }
    depth += 1
    defer { depth -= 1 }
    var nodes: [SyntaxNode] = []
    nodes.reserveCapacity(list.children.count)
    for case .node(let node) in list.children where node.kind.mayDeclare { nodes.append(node) }
    let shared = min(nodes.count, old.count)
    var first = 0
    while first < shared, old[first].piece.isStill(nodes[first], around) { first += 1 }
    var last = 0
    while last < shared - first, old[old.count - 1 - last].piece.isStill(nodes[nodes.count - 1 - last], around) {
      last += 1
    }
    let oldMiddle = first..<old.count - last
    var result: [ItemPiece.Placed] = []
    result.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let offset = node.offset - base
      if index < first {
        result.append(.init(offset: offset, piece: old[index].piece))
      } else if index >= nodes.count - last {
        result.append(.init(offset: offset, piece: old[old.count - (nodes.count - index)].piece))
      } else {
        wasStopped = wasStopped || shouldStop()
        if wasStopped { return result }
        let before = oldMiddle.contains(index) ? old[index].piece : nil
        let piece = before.flatMap { $0.isStill(node, around) ? $0 : nil } ?? read(node, around, old: before)
        result.append(.init(offset: offset, piece: piece))
      }
    }
    return result
  }

  private mutating func read(_ node: SyntaxNode, _ around: Item.Modifiers, old: ItemPiece?) -> ItemPiece {
    let outer = base
    base = node.offset
    defer { base = outer }
    readCount += 1
    var parts: [ItemPiece.Part] = []
    var inner: [ItemPiece.Placed] = []
    switch node.kind {
    case .modifierBlock:
      let block = ModifierBlockSyntax(unchecked: node)
      inner = pieces(
        of: block.body?.syntax, modifiers(block, around), from: base, old: old?.inner ?? [])
    case .conditionalGroup, .declarationBranch:
      inner = pieces(of: node, around, from: base, old: old?.inner ?? [])
    default: parts = declared(by: node, around, old)
    }
    return ItemPiece(node, around, parts: parts, inner: inner)
  }

  private mutating func declared(
    by node: SyntaxNode, _ around: Item.Modifiers, _ old: ItemPiece?
  ) -> [ItemPiece.Part] {
    switch node.kind {
    case .functionDeclaration: return [function(FunctionSyntax(unchecked: node), around)]
    case .variableDeclaration: return variables(VariableSyntax(unchecked: node), around)
    case .constantDeclaration: return constants(ConstantSyntax(unchecked: node), around)
    case .classDeclaration: return [classOf(ClassSyntax(unchecked: node), around, old)]
    case .enumDeclaration: return [enumOf(EnumSyntax(unchecked: node), around)]
    case .typedefDeclaration:
      let syntax = TypedefSyntax(unchecked: node)
      return [found(.typedef, syntax.name, node, modifiers(syntax, around), type: reader.quietType(syntax.type))]
    case .inheritDeclaration: return [inherit(InheritSyntax(unchecked: node), around)]
    case .importDeclaration:
      let target = reader.quietProgramName(ImportSyntax(unchecked: node).target)
      return [found(.import, nil, node, around, name: target?.parts.last ?? "", target: target)]
    default: return []
    }
  }

  private mutating func found(
    _ kind: Item.Kind, _ token: SyntaxToken?, _ node: SyntaxNode, _ modifiers: Item.Modifiers,
    type: TypeExpression = .unknown, parameters: [Item.Parameter] = [], name: String? = nil, target: ProgramName? = nil,
    own: [ItemPiece.Part] = [], members: [ItemPiece.Placed] = [], isPrototype: Bool = false
  ) -> ItemPiece.Part {
    var range = node.endOffset..<node.endOffset
    var text = name ?? ""
    if let token, !token.isMissing {
      let read = reader.read(token)
      text = read.name
      if !read.isFromMacro { range = read.range }
    }
    let item = Item(
      kind: kind, name: text, modifiers: modifiers, type: type, parameters: parameters, target: target,
      members: own.map(\.item) + members.flatMap(\.piece.items), isPrototype: isPrototype)
    return ItemPiece.Part(
      item: item, node: ItemPiece.Position(node, from: base), nameRange: range.shifted(by: -base), own: own,
      members: members)
  }

  private mutating func function(_ syntax: FunctionSyntax, _ around: Item.Modifiers) -> ItemPiece.Part {
    let type = reader.quietType(syntax.returnType)
    let parameters = self.parameters(syntax.parameterList)
    return found(
      .function, syntax.name, syntax.syntax, modifiers(syntax, around), type: type, parameters: parameters,
      isPrototype: syntax.body == nil)
  }

  private mutating func parameters(_ list: ParameterListSyntax?) -> [Item.Parameter] {
    guard let list else { return [] }
    return list.parameters.map { parameter in
      Item.Parameter(
        name: parameter.name.map { reader.read($0).name }, type: reader.quietType(parameter.type), hasDefault: false,
        isVariadic: parameter.dots != nil)
    }
  }

  private mutating func variables(_ syntax: VariableSyntax, _ around: Item.Modifiers) -> [ItemPiece.Part] {
    let type = reader.quietType(syntax.type)
    let modifiers = modifiers(syntax, around)
    var result: [ItemPiece.Part] = []
    for declarator in syntax.declarators {
      // The first one stands for the type as well.
      let node = result.isEmpty ? syntax.syntax : declarator.syntax
      result.append(found(.variable, declarator.name, node, modifiers, type: type))
    }
    return result
  }

  private mutating func constants(_ syntax: ConstantSyntax, _ around: Item.Modifiers) -> [ItemPiece.Part] {
    let modifiers = modifiers(syntax, around)
    return syntax.declarators.map { declarator in
      let (type, target) = declarator.value.map { reader.constant($0) } ?? (.unknown, nil)
      return found(.constant, declarator.name, declarator.syntax, modifiers, type: type, target: target)
    }
  }

  private mutating func classOf(
    _ syntax: ClassSyntax, _ around: Item.Modifiers, _ old: ItemPiece?
  ) -> ItemPiece.Part {
    let parameters = self.parameters(syntax.parameterList)
    var variables: [ItemPiece.Part] = []
    if let list = syntax.parameterList {
      // What `create` takes are variables of the class.
      for (parameter, made) in zip(list.parameters, parameters) where parameter.name != nil {
        variables.append(
          found(
            .variable, parameter.name, parameter.syntax, modifiers(parameter, []),
            type: made.isVariadic ? .array(made.type) : made.type))
      }
    }
    let members = pieces(
      of: syntax.body?.syntax, from: base, old: old?.parts.first?.members ?? [])
    return found(
      .class, syntax.name, syntax.syntax, modifiers(syntax, around), parameters: parameters, own: variables,
      members: members, isPrototype: syntax.parameterList == nil)
  }

  private mutating func enumOf(_ syntax: EnumSyntax, _ around: Item.Modifiers) -> ItemPiece.Part {
    let modifiers = modifiers(syntax, around)
    let members = syntax.members.map { found(.enumMember, $0.name, $0.syntax, modifiers, type: .basic("int")) }
    return found(.enum, syntax.name, syntax.syntax, modifiers, own: members)
  }

  private mutating func inherit(_ syntax: InheritSyntax, _ around: Item.Modifiers) -> ItemPiece.Part {
    let target = reader.quietProgramName(syntax.target)
    return found(
      .inherit, syntax.alias, syntax.syntax, modifiers(syntax, around), name: target?.inheritName ?? "", target: target)
  }

  private func modifiers(_ syntax: some ModifiedSyntax, _ around: Item.Modifiers) -> Item.Modifiers {
    syntax.modifiers.reduce(around) { $0.union(Item.Modifiers($1.kind)) }
  }
}

extension SyntaxKind {
  /// Whether there may be declarations in a node of that kind that stands in a list of them.
  fileprivate var mayDeclare: Bool {
    switch self {
    case .functionDeclaration, .variableDeclaration, .constantDeclaration, .classDeclaration, .enumDeclaration,
      .typedefDeclaration, .inheritDeclaration, .importDeclaration, .modifierBlock, .conditionalGroup,
      .declarationBranch:
      true
    default: false
    }
  }
}

extension ProgramName {
  /// Under which name the inherit of it is known: the last part, of a path the file's.
  var inheritName: String { parts.last ?? "" }
}

extension Item.Modifiers {
  init(_ kind: SyntaxKind) {
    switch kind {
    case .privateKeyword: self = [.private, .protected]
    case .protectedKeyword, .staticKeyword: self = .protected
    case .localKeyword: self = .local
    case .finalKeyword, .nomaskKeyword: self = .final
    case .inlineKeyword: self = .inline
    case .optionalKeyword: self = .optional
    case .variantKeyword: self = .variant
    case .externKeyword: self = .extern
    case .publicKeyword: self = .public
    default: self = []
    }
  }
}

/// What items need of expressions and types.
extension BodyLowering {
  mutating func quietProgramName(_ syntax: ProgramNameSyntax?) -> ProgramName? { quietly { $0.programName(syntax) } }

  mutating func quietly<Result>(_ body: (inout Self) -> Result) -> Result {
    let saved = (uses, locals, scopes)
    let result = body(&self)
    (uses, locals, scopes) = saved
    return result
  }

  /// The type of a literal, or the name that stands there.
  mutating func constant(_ value: ExpressionSyntax) -> (TypeExpression, ProgramName?) {
    switch value.form {
    case .literal(let token):
      switch token.kind {
      case .integer, .character: return (.basic("int"), nil)
      case .float: return (.basic("float"), nil)
      default: return token.kind.isString ? (.basic("string"), nil) : (.unknown, nil)
      }
    case .strings: return (.basic("string"), nil)
    case .array: return (.array(.unknown), nil)
    case .mapping: return (.mapping(.unknown, .unknown), nil)
    case .multiset: return (.multiset(.unknown), nil)
    case .name(let token):
      let name = read(token).name
      return (.unknown, token.namesMacro || name.isEmpty ? nil : ProgramName([name]))
    case .qualifiedName(let name): return (.unknown, quietly { $0.qualifiedName(name, .read).name })
    case .postfix(let postfix): return (.unknown, memberChain(postfix))
    default: return (.unknown, nil)
    }
  }

  /// `A.B.C`
  private mutating func memberChain(_ syntax: PostfixSyntax) -> ProgramName? {
    guard let operand = syntax.operand else { return nil }
    var (_, name) = constant(operand)
    for suffix in syntax.suffixes {
      guard case .member(let member) = suffix, member.operator?.kind == .dot, let token = member.name else {
        return nil
      }
      name?.parts.append(read(token).name)
    }
    return name
  }
}
