/// A type; a name of one part is a token.
package struct TypeSyntax: SyntaxView {
  package let element: SyntaxElement

  package enum Form: Sendable {
    case name(SyntaxToken)
    case qualifiedName(QualifiedNameSyntax)
    case basic(BasicTypeSyntax)
    /// `array`, `multiset`, `program`: with one type in parentheses, or none.
    case container(ContainerTypeSyntax)
    case mapping(MappingTypeSyntax)
    case function(FunctionTypeSyntax)
    case object(ObjectTypeSyntax)
    case union(UnionTypeSyntax)
    case attributed(AttributedTypeSyntax)
    case missing(SyntaxToken)
    case tooDeep(SyntaxNode)
  }

  package let form: Form

  package init?(_ element: SyntaxElement) {
    switch element {
    case .token(let token):
      guard token.kind == .identifier || token.kind == .reservedName else { return nil }
      form = token.isMissing ? .missing(token) : .name(token)
    case .node(let node):
      guard let form = Form(node) else { return nil }
      self.form = form
    }
    self.element = element
  }

  package static func == (left: TypeSyntax, right: TypeSyntax) -> Bool { left.element == right.element }
  package func hash(into hasher: inout Hasher) { hasher.combine(element) }
}

extension TypeSyntax.Form {
  init?(_ node: SyntaxNode) {
    switch node.kind {
    case .qualifiedName: self = .qualifiedName(QualifiedNameSyntax(unchecked: node))
    case .basicType: self = .basic(BasicTypeSyntax(unchecked: node))
    case .arrayType, .multisetType, .programType: self = .container(ContainerTypeSyntax(unchecked: node))
    case .mappingType: self = .mapping(MappingTypeSyntax(unchecked: node))
    case .functionType: self = .function(FunctionTypeSyntax(unchecked: node))
    case .objectType: self = .object(ObjectTypeSyntax(unchecked: node))
    case .unionType: self = .union(UnionTypeSyntax(unchecked: node))
    case .attributedType: self = .attributed(AttributedTypeSyntax(unchecked: node))
    case .tooDeep: self = .tooDeep(node)
    default: return nil
    }
  }
}

/// `int`, `string(8bit)`, `void`, `mixed`, `float`
package struct BasicTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .basicType }

  package var keyword: SyntaxToken? { syntax.token(where: \.isTypeKeyword) }
  package var range: TypeRangeSyntax? { syntax.first() }
}

/// `(0..255)`, `(8bit)`
package struct TypeRangeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .typeRange }

  package var bits: SyntaxToken? { syntax.token(.bits) }
  package var dots: SyntaxToken? { syntax.token(where: \.isDots) }

  /// The tokens of the lower bound: a number or a name, perhaps with a sign before it.
  package var lowerBound: [SyntaxToken] { bounds.lower }
  package var upperBound: [SyntaxToken] { bounds.upper }

  private var bounds: (lower: [SyntaxToken], upper: [SyntaxToken]) {
    var result: (lower: [SyntaxToken], upper: [SyntaxToken]) = ([], [])
    var isUpper = false
    for token in syntax.children.compactMap(\.token) {
      switch token.kind {
      case .leftParenthesis, .rightParenthesis, .bits: continue
      case .dotDot, .dotDotDot: isUpper = true
      default: if isUpper { result.upper.append(token) } else { result.lower.append(token) }
      }
    }
    return result
  }
}

/// `array(int)`, `multiset(string)`, `program(Name)`
package struct ContainerTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool {
    kind == .arrayType || kind == .multisetType || kind == .programType
  }

  package var keyword: SyntaxToken? { syntax.token(where: \.isTypeKeyword) }
  package var elementType: TypeSyntax? { syntax.first(after: .leftParenthesis) }
}

/// `mapping(string:int)`
package struct MappingTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .mappingType }

  package var keyword: SyntaxToken? { syntax.token(.mappingKeyword) }
  package var keyType: TypeSyntax? { syntax.first(after: .leftParenthesis, before: .colon) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
  package var valueType: TypeSyntax? { syntax.first(after: .colon) }
}

/// `function(int, string ... : void)`
package struct FunctionTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .functionType }

  package var keyword: SyntaxToken? { syntax.token(.functionKeyword) }
  package var parameterTypes: [TypeSyntax] {
    syntax.children.prefix { $0.kind != .colon }.compactMap { TypeSyntax($0) }
  }
  /// The last parameter may stand any number of times.
  package var dots: SyntaxToken? { syntax.token(where: \.isDots) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
  package var returnType: TypeSyntax? { syntax.first(after: .colon) }
}

/// `object(Name)`, `object("file")`
package struct ObjectTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .objectType }

  package var keyword: SyntaxToken? { syntax.token(.objectKeyword) }
  package var program: ProgramNameSyntax? { syntax.first(after: .leftParenthesis) }
  /// The strings, if it is a file's name.
  package var strings: [SyntaxToken] { syntax.tokens { $0.isString } }
}

/// `int|string`
package struct UnionTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .unionType }

  package var types: SyntaxViews<TypeSyntax> { syntax.views() }
}

/// `__attribute__("name", int)`, `__deprecated__(int)`
package struct AttributedTypeSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .attributedType }

  package var keyword: SyntaxToken? { syntax.token(where: \.isKeyword) }
  package var names: [SyntaxToken] { syntax.tokens { $0.isString } }
  package var type: TypeSyntax? { syntax.first() }
}

/// `A.B`, `.A`, `A::b`, `::b`, `global.A`, `predef::a`
package struct QualifiedNameSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .qualifiedName }

  /// Names and keywords (`global`, `predef`, a version), without what separates them. The last one may be missing.
  package var parts: [SyntaxToken] { syntax.tokens { !$0.isNameSeparator } }
  /// `.` and `::`
  package var separators: [SyntaxToken] { syntax.tokens { $0.isNameSeparator } }

  /// The name behind the last separator; nil if something else stands there.
  package var name: SyntaxToken? {
    var last: SyntaxElement?
    for element in syntax.children { last = element }
    guard let token = last?.token, token.kind == .identifier || token.kind == .reservedName else { return nil }
    return token
  }

  /// Whether the name is looked for from a known place on, and not in the scopes around.
  package var isAbsolute: Bool {
    guard let first = syntax.firstToken?.kind else { return false }
    return first.isNameSeparator || first == .globalKeyword || first == .predefKeyword
  }
}

extension SyntaxKind {
  var isNameSeparator: Bool { self == .dot || self == .colonColon }
}
