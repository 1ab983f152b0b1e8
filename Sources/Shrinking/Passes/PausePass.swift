/// Makes pauses shorter: none at all, or a round number.
struct PausePass: ShrinkPass {
  let name = "pauses"

  func run(_ search: inout Search) {
    removeRanges(count: { $0.model.steps.count }, &search) { range, search in
      let steps = range.filter { search.model.steps[$0].pause > 0 }
      return !steps.isEmpty && search.consider(pausing(steps, 0))
    }
    for index in search.model.steps.indices where search.model.steps[index].pause > 0 {
      lower(index, &search)
    }
  }

  private func pausing(_ steps: [Int], _ pause: Int64) -> Changes {
    var changes = Changes()
    for step in steps { changes.pauses[step] = pause }
    return changes
  }

  /// By halves of the round numbers below it.
  private func lower(_ index: Int, _ search: inout Search) {
    var candidates = Self.round.filter { $0 < search.model.steps[index].pause }
    while !candidates.isEmpty, !search.isOver {
      let middle = candidates.count / 2
      if search.consider(pausing([index], candidates[middle])) {
        candidates = Array(candidates[..<middle])
      } else {
        candidates = Array(candidates[(middle + 1)...])
      }
    }
  }

  /// Microseconds.
  private static let round: [Int64] = (0..<9).flatMap { power -> [Int64] in
    let unit = (0..<power).reduce(Int64(1)) { unit, _ in unit * 10 }
    return [unit, 2 * unit, 5 * unit]
  }
}
