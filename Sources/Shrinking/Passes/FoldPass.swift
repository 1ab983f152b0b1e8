/// Makes changes of a document earlier: with the change before them, or with the opening. So typing becomes one change, and a text that was
/// typed becomes one that was there.
struct FoldPass: ShrinkPass {
  let name = "joining edits"

  func run(_ search: inout Search) {
    openings(&search)
    neighbours(&search)
  }

  /// The first half of the changes, then the rest by halves.
  private func openings(_ search: inout Search) {
    var index = search.model.steps.count - 1
    while index >= 0, !search.isOver {
      if case .open(let document, _) = search.model.steps[index].act { fold(document, into: index, &search) }
      index = min(index, search.model.steps.count) - 1
    }
  }

  private func fold(_ document: String, into index: Int, _ search: inout Search) {
    var count = changes(of: document, after: index, search.model).count
    while count > 0, !search.isOver {
      let steps = changes(of: document, after: index, search.model)
      if steps.count < count || !search.consider(folding(steps.prefix(count), into: index)) { count /= 2 }
    }
  }

  private func neighbours(_ search: inout Search) {
    var index = search.model.steps.count - 1
    while index > 0, !search.isOver {
      if case .change(let document, _) = search.model.steps[index].act,
        let before = search.model.steps[..<index].lastIndex(where: { $0.act.document == document }),
        case .change = search.model.steps[before].act
      {
        _ = search.consider(folding([index], into: before))
      }
      index = min(index, search.model.steps.count) - 1
    }
  }

  private func folding(_ steps: some Sequence<Int>, into index: Int) -> Changes {
    var changes = Changes()
    for step in steps { changes.advanced[step] = index }
    return changes
  }

  /// Up to its closing.
  private func changes(of document: String, after index: Int, _ model: SessionModel) -> [Int] {
    guard model.steps.indices.contains(index) else { return [] }
    var found: [Int] = []
    for later in model.steps.indices[index...].dropFirst() {
      switch model.steps[later].act {
      case .change(document, _): found.append(later)
      case .close(document), .open(document, _): return found
      default: continue
      }
    }
    return found
  }
}
