import JSONRPC

/// Leaves out a request with its cancels and what uses its answer.
struct RequestPass: ShrinkPass {
  let name = "requests"

  func run(_ search: inout Search) {
    var index = search.model.steps.count - 1
    while index >= 0, !search.isOver {
      defer { index = min(index, search.model.steps.count) - 1 }
      let model = search.model
      guard model.steps[index].isRemovable, let group = group(of: index, model), group.count > 1 else { continue }
      _ = search.consider(.dropping(group))
    }
  }

  private func group(of index: Int, _ model: SessionModel) -> [Int]? {
    let step = model.steps[index]
    guard let id = step.id else { return nil }
    let name = step.json?["params"]?["requestId"]
    let later = model.steps.indices[index...].dropFirst().filter { other in
      let other = model.steps[other]
      if other.takes.contains(id) { return true }
      guard let cancelled = other.cancels else { return false }
      return cancelled.requestID == id || cancelled == name
    }
    return [index] + later
  }
}
