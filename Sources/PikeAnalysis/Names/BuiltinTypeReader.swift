internal import PikeSyntax
internal import Synchronization

/// Types of built-in symbols, which are texts in Pike's syntax with the paths of C classes in them.
enum BuiltinTypeReader {
  private static let known = Mutex<[String: ResolvedType]>([:])

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
