/// Leaves out all that is about a document; or all that is not about one.
struct DocumentPass: ShrinkPass {
  let name = "documents"

  func run(_ search: inout Search) {
    var tried: Set<String> = []
    while !search.isOver, let document = documents(search.model).first(where: { !tried.contains($0) }) {
      tried.insert(document)
      let steps = search.model.steps
      let others = steps.indices.filter { steps[$0].document.map { $0 != document } ?? false }
      if search.consider(.dropping(others)) { continue }
      let own = search.model.steps.indices.filter { search.model.steps[$0].document == document }
      _ = search.consider(.dropping(own))
    }
    lives(&search)
  }

  /// In the order of appearance.
  private func documents(_ model: SessionModel) -> [String] {
    var seen: Set<String> = []
    return model.steps.compactMap(\.document).filter { seen.insert($0).inserted }
  }

  /// From an opening to the closing.
  private func lives(_ search: inout Search) {
    var index = search.model.steps.count - 1
    while index >= 0, !search.isOver {
      defer { index = min(index, search.model.steps.count) - 1 }
      let steps = search.model.steps
      guard case .open(let document, _) = steps[index].act else { continue }
      let rest = steps.indices[index...]
      let end = rest.first { if case .close(document) = steps[$0].act { true } else { false } } ?? steps.count - 1
      // Without its opening, all that is about it goes.
      _ = search.consider(.dropping((index...end).filter { steps[$0].document == document }))
    }
  }
}
