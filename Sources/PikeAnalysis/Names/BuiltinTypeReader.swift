internal import PikeSyntax
internal import Synchronization

/// Types of built-in symbols, which are texts in Pike's syntax with the paths of C classes in them.
enum BuiltinTypeReader {
  private static let known = Mutex<[String: ResolvedType]>([:])
  private static let results = Mutex<[String: ResolvedType]>([:])
  private static let arities = Mutex<[Symbol: CallArity?]>([:])

  /// How many arguments a built-in function or class takes; nil if its type does not tell.
  static func arity(_ module: String, _ name: String) -> CallArity? {
    let key = Symbol.builtin(module: module, name: name)
    if let arity = arities.withLock({ $0[key] }) { return arity }
    let symbol = module.isEmpty ? BuiltinTable.global(name) : BuiltinTable.member(name, of: module)
    var arity: CallArity?
    if let symbol, symbol.kind == .function || symbol.kind == .class, symbol.arity != nil {
      arity = CallArity(symbol.signatures.map(\.arity))
    }
    arities.withLock { $0[key] = .some(arity) }
    return arity
  }

  /// What a call of a function with that type gives, by any of its alternatives.
  static func result(ofFunction text: String) -> ResolvedType {
    if let type = results.withLock({ $0[text] }) { return type }
    let type = ResolvedType.either(BuiltinTable.signatures(ofType: text).map { self.type($0.result) })
    results.withLock { $0[text] = type }
    return type
  }

  static func type(_ text: String) -> ResolvedType {
    if let type = known.withLock({ $0[text] }) { return type }
    let type = read(text)
    known.withLock { $0[text] = type }
    return type
  }

  private static func read(_ text: String) -> ResolvedType {
    let tree = SyntaxTree.parse("\(text) x;")
    guard case .variable(let variable) = tree.sourceFile.declarations.first else { return .unknown }
    var reader = BodyLowering(readingTypesIn: tree.rootNode)
    return resolve(reader.quietType(variable.type))
  }

  private static func resolve(_ type: TypeExpression) -> ResolvedType {
    switch type {
    case .unknown, .program: .unknown
    case .basic(let name): .basic(name)
    case .named(let name):
      BuiltinTable.canonicalPath(name.parts.joined(separator: ".")).map { .builtinObject($0) } ?? .unknown
    case .array(let element): .array(resolve(element))
    case .multiset(let element): .multiset(resolve(element))
    case .mapping(let key, let value): .mapping(resolve(key), resolve(value))
    case .object(let type): resolve(type)
    case .function(_, _, let result): .function(result: resolve(result))
    case .union(let types): .either(types.map(resolve))
    }
  }
}
