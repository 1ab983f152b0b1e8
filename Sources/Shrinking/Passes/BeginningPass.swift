import Replay
import Simulation

/// Keeps a beginning of a long session, and its end. Short beginnings come first: a run costs as much as the session is long, so that all of
/// them that do not fail cost together less than one of the whole session, and most failures happen more than once.
struct BeginningPass: ShrinkPass {
  let name = "beginnings"

  /// Shorter sessions are left to the other passes.
  private static let shortest = 32
  /// What a session ends with: the last questions, leave-taking.
  private static let ending = 24

  func run(_ search: inout Search) {
    let count = search.model.steps.count
    var plain = search.best.options
    (plain.scheduler, plain.variesPace) = (.firstInFirstOut, false)
    var kept = count
    while kept / 2 >= Self.shortest { kept /= 2 }
    while kept < count - Self.ending, !search.isOver {
      let middle = search.model.removable(in: kept..<(count - Self.ending))
      let changes = Changes.dropping(middle)
      if !middle.isEmpty {
        if search.consider(search.model.draft(changes), plain) || search.consider(changes) { return }
      }
      kept *= 2
    }
  }
}
