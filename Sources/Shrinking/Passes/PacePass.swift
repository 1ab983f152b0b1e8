import JSONRPC
import Replay
import Simulation
import Transcript

/// The recorded pauses in place of drawn ones; or the drawn ones, written down, so that they stay when messages before them go.
struct PacePass: ShrinkPass {
  let name = "pace"

  func run(_ search: inout Search) {
    guard search.best.options.variesPace else { return }
    var options = search.best.options
    options.variesPace = false
    if search.consider(options) { return }
    if search.best.session.isGenerated, let pauses = drawn(search) {
      var changes = Changes()
      changes.pauses = pauses
      _ = search.consider(search.model.draft(changes), options)
    }
  }

  /// What the run draws: the same streams, from the same seed.
  private func drawn(_ search: Search) -> [Int: Int64]? {
    let steps = search.model.steps
    guard let first = steps.firstIndex(where: { $0.id != nil }) else { return nil }
    var seed = search.best.options.seed
    if case .replay(let schedule) = search.best.options.scheduler { seed = schedule.seed }
    var times: [Int64] = []
    for step in steps { times.append((times.last ?? 0) + step.pause) }
    let origin = times[first]
    var choices = Choices(seed: seed)
    let pace = VirtualPace(times: times.map { $0 - origin }.filter { $0 > 0 }) { choices.draw($0, below: $1) }
    var pauses: [Int: Int64] = [:]
    var last: Int64 = times[first]
    for index in steps.indices.dropFirst(first + 1) {
      let time = origin + (pace.delay(times[index] - origin) ?? 0)
      pauses[index] = max(0, time - last)
      last = max(last, time)
    }
    return pauses
  }
}
