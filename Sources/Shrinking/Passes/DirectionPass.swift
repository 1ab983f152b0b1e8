import JSONRPC

/// Does without what messages wait for; makes them wait for less.
struct DirectionPass: ShrinkPass {
  let name = "directions"

  func run(_ search: inout Search) {
    for member in ["$after", "$quiet"] {
      removeRanges(count: { $0.model.steps.count }, &search) { range, search in
        var changes = Changes()
        for index in range { changes.bodies[index] = without(member, search.model.steps[index]) }
        return !changes.bodies.isEmpty && search.consider(changes)
      }
    }
    for index in search.model.steps.indices { lower(index, &search) }
  }

  private func without(_ member: String, _ step: Step) -> JSONValue? {
    guard member == "$after" ? !step.after.isEmpty : step.quiet != nil, var json = step.json else { return nil }
    json.set(member, nil)
    return json
  }

  private func lower(_ index: Int, _ search: inout Search) {
    while !search.isOver, let quiet = search.model.steps[index].quiet, quiet > 1,
      var json = search.model.steps[index].json
    {
      json.set("$quiet", .integer(quiet / 2))
      var changes = Changes()
      changes.bodies[index] = json
      if !search.consider(changes) { return }
    }
  }
}
