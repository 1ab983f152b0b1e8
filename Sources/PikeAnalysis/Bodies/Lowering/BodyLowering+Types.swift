internal import PikeSyntax

/// Types, and the names in them.
extension BodyLowering {
  mutating func typeOf(_ type: TypeSyntax?) -> TypeExpression {
    guard let type else { return .unknown }
    guard let node = type.element.node else { return typeOf(type.form) }
    return nested(node, .unknown) { $0.typeOf(type.form) }
  }

  /// The type, without noting the names in it.
  mutating func quietType(_ type: TypeSyntax?) -> TypeExpression {
    quietly { $0.typeOf(type) }
  }

  private mutating func typeOf(_ form: TypeSyntax.Form) -> TypeExpression {
    switch form {
    case .name(let token):
      let index = use(token, .name, .type)
      return .named(ProgramName([uses[index].name]))
    case .qualifiedName(let name): return qualifiedName(name, .type).name.map { .named($0) } ?? .unknown
    case .basic(let basic): return .basic(basic.keyword.map { read($0).name } ?? "mixed")
    case .container(let container): return typeOf(container)
    case .mapping(let mapping): return .mapping(typeOf(mapping.keyType), typeOf(mapping.valueType))
    case .function(let function):
      let parameters = function.parameterTypes.map { typeOf($0) }
      let hasRest = function.dots != nil
      return .function(
        hasRest ? parameters.dropLast() : parameters, rest: hasRest ? parameters.last : nil,
        result: typeOf(function.returnType))
    case .object(let object):
      guard let target = programName(object.program) else { return .object(.unknown) }
      return .object(.named(target))
    case .union(let union): return .union(union.types.map { typeOf($0) })
    case .attributed(let attributed): return typeOf(attributed.type)
    case .missing: return .unknown
    case .tooDeep(let node):
      mention(node)
      return .unknown
    }
  }

  private mutating func typeOf(_ container: ContainerTypeSyntax) -> TypeExpression {
    let element = typeOf(container.elementType)
    switch container.syntax.kind {
    case .arrayType: return .array(element)
    case .multisetType: return .multiset(element)
    default: return .program(element)
    }
  }

  /// What `inherit`, `import` or `object(…)` names.
  mutating func programName(_ syntax: ProgramNameSyntax?) -> ProgramName? {
    guard let syntax, !syntax.element.isMissing else { return nil }
    if let token = syntax.name {
      let index = use(token, .name, .type)
      return uses[index].isMacro ? nil : ProgramName([uses[index].name])
    }
    if let name = syntax.qualifiedName { return qualifiedName(name, .type).name }
    let strings = syntax.strings.map { read($0).name }
    guard !strings.isEmpty, strings.allSatisfy({ $0.count >= 2 && $0.hasPrefix("\"") && !$0.contains("\\") }) else {
      return nil
    }
    return ProgramName([strings.map { String($0.dropFirst().dropLast()) }.joined()], start: .path)
  }

  /// `A.B`, `.A`, `A::b`, `::b`, `global.A`: a use of each part. The access is that of the last one.
  mutating func qualifiedName(
    _ syntax: QualifiedNameSyntax, _ access: Body.Access
  ) -> (expression: Int, use: Int?, name: ProgramName?) {
    var qualifiers: [SyntaxToken] = []
    var head: SyntaxToken?
    var steps: [(dot: SyntaxToken, name: SyntaxToken)] = []
    var start = ProgramName.Start.scope
    var separator: SyntaxToken?
    for token in syntax.syntax.children.compactMap(\.token) {
      if token.kind == .dot || token.kind == .colonColon {
        if token.kind == .colonColon, let last = head {
          qualifiers.append(last)
          head = nil
        }
        if token.kind == .dot, let last = head, last.kind == .globalKeyword {
          qualifiers.append(last)
          head = nil
        }
        if head == nil { start = token.kind == .dot && qualifiers.isEmpty ? .sibling : .qualifier("") }
        separator = token
      } else if head == nil {
        head = token
      } else if let dot = separator {
        steps.append((dot, token))
      }
    }
    guard let head else { return (add(.unknown), nil, nil) }
    return qualifiedName(qualifiers, head, steps, start, access)
  }

  private mutating func qualifiedName(
    _ qualifiers: [SyntaxToken], _ head: SyntaxToken, _ steps: [(dot: SyntaxToken, name: SyntaxToken)],
    _ start: ProgramName.Start, _ access: Body.Access
  ) -> (expression: Int, use: Int?, name: ProgramName?) {
    let names = qualifiers.map { read($0).name }
    for token in qualifiers where token.kind == .identifier { use(token, .qualifier, .read) }
    let kind: Body.Use.Kind =
      switch start {
      case .scope, .path: .name
      case .sibling: .sibling
      case .qualifier: .qualified(names)
      }
    var current = use(head, kind, steps.isEmpty ? access : .read)
    var parts = [uses[current].name]
    var expression = add(.use(current))
    for (index, step) in steps.enumerated() {
      current = use(step.name, .member(base: expression, isArrow: false), index == steps.count - 1 ? access : .read)
      uses[current].operatorRange = place(step.dot.sourceRange, step.dot).range
      parts.append(uses[current].name)
      expression = add(.use(current))
    }
    var nameStart = start
    if case .qualifier = start { nameStart = .qualifier(names.joined(separator: "::")) }
    let isKnown = parts.allSatisfy { !$0.isEmpty }
    return (expression, current, isKnown ? ProgramName(parts, start: nameStart) : nil)
  }
}
