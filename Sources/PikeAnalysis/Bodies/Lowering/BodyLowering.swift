internal import PikeSyntax

/// Makes the body of a declaration out of its syntax. Names of locals are resolved on the way, since they must be declared before
/// they are used.
struct BodyLowering {
  var scopes: [Body.Scope] = []
  var locals: [Body.Local] = []
  var uses: [Body.Use] = []
  var expressions: [Body.Expression] = []
  var duplicates: [Body.Duplicate] = []

  /// The scope that is being filled.
  var scope = 0
  /// What each scope declares, by number, in order.
  private var members: [[Int]] = []
  private var texts = TokenTexts()
  let root: SyntaxNode
  var base: Int { root.offset }
  /// How many arguments of macros are around.
  var macroArguments = 0
  private var depth = 0

  /// Deeper nesting is not looked into: the stack may be small.
  private static let depthLimit = 80

  private init(_ root: SyntaxNode) { self.root = root }

  /// The body of a declaration, or of a part of one: a declarator, a member of an enum.
  static func lower(_ node: SyntaxNode) -> Body {
    var lowering = BodyLowering(node)
    lowering.push(node.kind == .functionDeclaration ? .function : .block, node.rangeWithTrivia)
    lowering.visitItem(node)
    lowering.sortUses()
    return Body(lowering)
  }

  /// For reading types and names only.
  init(readingTypesIn root: SyntaxNode) {
    self.init(root)
    push(.block, root.rangeWithTrivia)
  }

  private mutating func sortUses() {
    let isSorted = zip(uses, uses.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound }
    if isSorted { return }
    let order = uses.indices.sorted { (uses[$0].range.lowerBound, $0) < (uses[$1].range.lowerBound, $1) }
    var places = Array(repeating: 0, count: uses.count)
    for (place, index) in order.enumerated() { places[index] = place }
    uses = order.map { uses[$0] }
    for index in expressions.indices {
      if case .use(let use) = expressions[index] { expressions[index] = .use(places[use]) }
    }
  }

  /// Runs `body` one level down, unless that is too deep; then the names in the node are noted.
  mutating func nested<Result>(_ node: SyntaxNode, _ otherwise: Result, _ body: (inout Self) -> Result) -> Result {
    guard depth < Self.depthLimit else {
      mention(node)
      return otherwise
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  // MARK: Scopes

  mutating func push(_ kind: Body.Scope.Kind, _ range: Range<Int>) {
    scopes.append(
      Body.Scope(
        kind: kind, parent: scopes.isEmpty ? nil : scope, range: range.lowerBound - base..<range.upperBound - base))
    members.append([])
    scope = scopes.count - 1
  }

  mutating func pop() { scope = scopes[scope].parent ?? 0 }

  /// Runs `body` in a scope of its own.
  mutating func within(_ kind: Body.Scope.Kind, _ range: Range<Int>, _ body: (inout Self) -> Void) {
    let outer = scope
    push(kind, range)
    body(&self)
    scope = outer
  }

  @discardableResult
  mutating func declare(
    _ token: SyntaxToken?, _ kind: Body.Local.Kind, _ type: TypeExpression = .unknown, value: Int? = nil,
    isInitialized: Bool = false, visibleFrom: Int? = nil
  ) -> Int? {
    guard let token, !token.isMissing else { return nil }
    let (name, range, _) = read(token)
    guard !name.isEmpty, !token.namesMacro else {
      scopes[scope].isOpen = true
      return nil
    }
    if scopes[scope].kind != .class, let previous = members[scope].last(where: { locals[$0].name == name }) {
      duplicates.append(Body.Duplicate(local: locals.count, previous: previous))
    }
    members[scope].append(locals.count)
    locals.append(
      Body.Local(
        name: name, kind: kind, type: type, nameRange: range, scope: scope,
        visibleFrom: (visibleFrom ?? token.endOffset) - base, value: value, isInitialized: isInitialized))
    return locals.count - 1
  }

  /// The local that a name means here.
  private func local(named name: String) -> Int? {
    var index: Int? = scope
    // Behind a class, a function's variables are not seen; what it declares as a member of the class around it, is.
    var isBehindClass = false
    while let current = index {
      let found = members[current].last { number in
        let local = locals[number]
        guard local.name == name else { return false }
        return !isBehindClass || scopes[current].kind == .class || local.kind.isMemberOfClassAround
      }
      if let found { return found }
      if scopes[current].kind == .class { isBehindClass = true }
      index = scopes[current].parent
    }
    return nil
  }

  // MARK: Names

  /// The token's text, where it stands, and whether that is only where its macro is used.
  func place(_ range: Range<Int>?, _ token: SyntaxToken) -> (range: Range<Int>, isFromMacro: Bool) {
    guard let range, root.rangeWithTrivia.contains(range.lowerBound), range.upperBound <= root.endOffset else {
      let place = min(max(token.offset - base, 0), root.width)
      return (place..<place, true)
    }
    return (range.lowerBound - base..<range.upperBound - base, false)
  }

  mutating func read(_ token: SyntaxToken) -> (name: String, range: Range<Int>, isFromMacro: Bool) {
    let (text, source) = texts.text(of: token)
    let (range, isFromMacro) = place(source, token)
    return (text, range, isFromMacro)
  }

  /// Notes the use of a name; of one that is missing, with an empty name.
  @discardableResult
  mutating func use(_ token: SyntaxToken, _ kind: Body.Use.Kind, _ access: Body.Access) -> Int {
    let (name, range, isFromMacro) = token.isMissing ? ("", place(token.textRange, token).range, false) : read(token)
    let isMacro = token.namesMacro
    var use = Body.Use(
      name: name, kind: kind, access: access, range: range, scope: scope,
      isTentative: isFromMacro || macroArguments > 0 || isMacro || name.isEmpty || token.isVirtual, isMacro: isMacro)
    if kind == .name, !isMacro, let found = local(named: name) {
      use.local = found
      locals[found].isMentioned = true
    }
    if isMacro { mention(token.identifiersOfMacro) }
    uses.append(use)
    return uses.count - 1
  }

  /// What is mentioned, however, is not unused.
  mutating func mention(_ names: [String]) {
    for name in names {
      if let found = local(named: name) { locals[found].isMentioned = true }
    }
  }

  /// Notes the names in what is not understood.
  mutating func mention(_ node: SyntaxNode) {
    macroArguments += 1
    for token in node.tokens where token.kind == .identifier && !token.isMissing { use(token, .name, .read) }
    for token in node.tokens where token.kind == .inactiveText { mentionText(token.textRange, node.tree) }
    macroArguments -= 1
    if node.kind == .tooDeep || depth >= Self.depthLimit { scopes[scope].isOpen = true }
  }

  /// Names in a branch that is not compiled.
  mutating func mentionInactive(_ node: SyntaxNode) { mentionText(node.range, node.tree) }

  private mutating func mentionText(_ range: Range<Int>, _ tree: SyntaxTree) {
    mention(tree.sourceTokens(in: range).filter { $0.kind == .identifier }.map { tree.text.string(in: $0.range) })
  }

  mutating func add(_ expression: Body.Expression) -> Int {
    expressions.append(expression)
    return expressions.count - 1
  }
}

extension Body.Local.Kind {
  /// Classes in a function are members of the class around it.
  var isMemberOfClassAround: Bool {
    switch self {
    case .class, .enum, .enumMember: true
    case .parameter, .variable, .constant, .function, .typedef: false
    }
  }
}
