/// Leaves out two messages that only make sense together, of a session that is short already.
struct PairPass: ShrinkPass {
  let name = "pairs of messages"
  private static let fewMessages = 12

  func run(_ search: inout Search) {
    var last = search.model.steps.count - 1
    while last > 0, search.model.steps.count <= Self.fewMessages, !search.isOver {
      var first = last - 1
      while first >= 0, last < search.model.steps.count, !search.isOver {
        if search.model.steps[first].isRemovable, search.model.steps[last].isRemovable {
          _ = search.consider(.dropping([first, last]))
        }
        first -= 1
      }
      last = min(last, search.model.steps.count) - 1
    }
  }
}
