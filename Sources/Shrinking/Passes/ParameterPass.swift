import JSONRPC

/// Does without what a message need not have: what the client says it can, tokens of progress, options, parts of lists.
struct ParameterPass: ShrinkPass {
  let name = "parameters"

  func run(_ search: inout Search) {
    var index = 0
    while index < search.model.steps.count, !search.isOver {
      if case .none = search.model.steps[index].act { simplify(index, &search) }
      index += 1
    }
  }

  private func simplify(_ index: Int, _ search: inout Search) {
    var tried: Set<[JSONKey]> = []
    while !search.isOver, let json = search.model.steps[index].json, let params = json["params"] {
      let found = optional(params, [.member("params")], isFree: false)
      guard let path = found.first(where: { !tried.contains($0) }) else { return }
      tried.insert(path)
      guard !search.model.steps[index].sites.contains(where: { $0.path.starts(with: path) }) else { continue }
      var simpler = json
      simpler.replace(at: path, with: Self.mayBeEmpty.contains(path.last ?? .element(0)) ? .object([]) : nil)
      guard simpler != json else { continue }
      var changes = Changes()
      changes.bodies[index] = simpler
      // Elements behind one that is gone have other places.
      if search.consider(changes), case .element = path.last { tried.subtract(tried.filter { $0.count == path.count }) }
    }
  }

  /// The paths of what may be left out, the larger things first. `isFree`: all of it may.
  private func optional(_ value: JSONValue, _ path: [JSONKey], isFree: Bool) -> [[JSONKey]] {
    guard path.count < Self.maximumDepth else { return [] }
    switch value {
    case .object(let members):
      var own: [[JSONKey]] = []
      var inner: [[JSONKey]] = []
      for member in members {
        let inside = path + [.member(member.key)]
        if isFree || Self.optional.contains(member.key) || Self.mayBeEmpty.contains(.member(member.key)) {
          own.append(inside)
        }
        inner += optional(member.value, inside, isFree: isFree || Self.free.contains(member.key))
      }
      return own + inner
    case .array(let elements):
      let isList = isFree || path.last.map(Self.lists.contains) == true
      let own = isList ? elements.indices.map { path + [.element($0)] } : []
      return own + elements.indices.flatMap { optional(elements[$0], path + [.element($0)], isFree: isFree) }
    default: return []
    }
  }

  private static let maximumDepth = 8
  private static let mayBeEmpty: Set<JSONKey> = [.member("capabilities")]
  /// LSP 3.17: members that a client may leave out.
  private static let optional: Set = [
    "workDoneToken", "partialResultToken", "initializationOptions", "clientInfo", "locale", "trace", "rootPath",
    "triggerKind", "triggerCharacter", "only", "class", "reason", "limit",
  ]
  /// Within these, all members are optional.
  private static let free: Set = ["capabilities", "initializationOptions", "settings", "config"]
  private static let lists: Set<JSONKey> = [
    .member("diagnostics"), .member("positions"), .member("added"), .member("removed"), .member("changed"),
  ]
}
