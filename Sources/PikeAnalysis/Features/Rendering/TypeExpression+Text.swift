extension TypeExpression {
  /// As Pike writes it; `mixed` for what is not known.
  package var text: String {
    switch self {
    case .unknown: "mixed"
    case .basic(let name): name
    case .named(let name): name.text
    case .array(let element): Self.container("array", element)
    case .multiset(let element): Self.container("multiset", element)
    case .object(let program): Self.container("object", program)
    case .program(let program): Self.container("program", program)
    case .mapping(.unknown, .unknown): "mapping"
    case .mapping(let key, let value): "mapping(\(key.text):\(value.text))"
    case .function(let parameters, let rest, let result):
      Self.function(parameters, rest, result)
    case .union(let types): types.map(\.text).joined(separator: "|")
    }
  }

  private static func container(_ name: String, _ element: TypeExpression) -> String {
    element == .unknown ? name : "\(name)(\(element.text))"
  }

  private static func function(
    _ parameters: [TypeExpression], _ rest: TypeExpression?, _ result: TypeExpression
  ) -> String {
    if parameters.isEmpty, rest == nil, result == .unknown { return "function" }
    let all = parameters.map(\.text) + (rest.map { ["\($0.text) ..."] } ?? [])
    return "function(\(all.joined(separator: ", ")) : \(result.text))"
  }
}

extension ProgramName {
  package var text: String {
    let path = parts.joined(separator: ".")
    return switch start {
    case .scope: path
    case .sibling: ".\(path)"
    case .qualifier(let qualifier): "\(qualifier)::\(path)"
    case .path: "\"\(path)\""
    }
  }
}
