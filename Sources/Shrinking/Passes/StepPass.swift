/// Leaves out single messages, and single changes of messages that have several. When it finds none, the session is 1-minimal.
struct StepPass: ShrinkPass {
  let name = "single messages"

  func run(_ search: inout Search) {
    var index = search.model.steps.count - 1
    while index >= 0, !search.isOver {
      if search.model.steps[index].isRemovable { _ = search.consider(.dropping([index])) }
      index = min(index, search.model.steps.count) - 1
    }
    splices(&search)
  }

  private func splices(_ search: inout Search) {
    for index in search.model.steps.indices.reversed() {
      var place = splices(at: index, search.model).count - 1
      while place >= 0, !search.isOver {
        if splices(at: index, search.model).count > 1 {
          var changes = Changes()
          changes.droppedSplices[index] = [place]
          _ = search.consider(changes)
        }
        place = min(place, splices(at: index, search.model).count) - 1
      }
    }
  }

  private func splices(at index: Int, _ model: SessionModel) -> [Step.Splice] {
    guard model.steps.indices.contains(index), case .change(_, let splices) = model.steps[index].act else { return [] }
    return splices
  }
}
