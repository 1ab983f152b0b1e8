import JSONRPC

/// Leaves out all messages of a method.
struct MethodPass: ShrinkPass {
  let name = "methods"

  func run(_ search: inout Search) {
    var tried: Set<String> = []
    while !search.isOver, let method = next(search.model, &tried) {
      let steps = search.model.steps.indices.filter { search.model.steps[$0].kind == method }
      _ = search.consider(.dropping(steps))
    }
  }

  /// The most frequent one that was not tried.
  private func next(_ model: SessionModel, _ tried: inout Set<String>) -> String? {
    var counts: [String: Int] = [:]
    for step in model.steps where step.isRemovable {
      if let kind = step.kind, !tried.contains(kind) { counts[kind, default: 0] += 1 }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let best { tried.insert(best) }
    return best
  }
}

extension Step {
  /// The method, or the feature that a query asks for.
  var kind: String? {
    guard method == "engine_query", let feature = json?["params"]?["feature"]?.string else { return method }
    return "engine_query \(feature)"
  }
}
