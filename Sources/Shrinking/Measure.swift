import JSONRPC
import Replay
import Simulation

/// How large a candidate is. The shrinker minimises, in this order:
///
/// 1. messages of the client;
/// 2. deviations: where the schedule differs from "what became ready first runs first". A scheduler that chooses by itself counts as
///    more than any list of them, and so does a pace that is drawn from a seed;
/// 3. faults, how often they happen, and how long they take;
/// 4. pauses: microseconds, all together;
/// 5. text: bytes of documents and files;
/// 6. the rest of the messages' bytes, and of the words that say how it is run.
///
/// A candidate is taken only if it is smaller than the best so far and fails in the same way, so that whatever the passes do, it ends.
package struct Measure: Sendable, Equatable, Comparable {
  package var messages: Int
  package var deviations: Int
  package var faults: Int
  package var pauses: Int64
  package var text: Int
  package var complexity: Int

  package init(of candidate: ShrinkCandidate) {
    self.init(SessionModel(candidate.session).draft().size, candidate.options)
  }

  init(_ size: SessionSize, _ options: RunOptions) {
    messages = size.messages
    deviations = Deviations.count(options)
    faults = options.faults.values.joined().reduce(0) { $0 + Self.weight($1) }
    pauses = size.pauses
    text = size.text
    complexity = size.bodies + Self.length(options)
  }

  /// A fault more is worse than any rate or time.
  private static func weight(_ rule: FaultRule) -> Int {
    var weight = 10_000_000 + rule.rate / 100
    if case .stall(let time) = rule.fault { weight += Int(min(time / .milliseconds(1), 3_600_000)) }
    return weight
  }

  static func length(_ options: RunOptions) -> Int {
    var seeds = String(options.seed)
    if case .replay(let schedule) = options.scheduler { seeds += String(schedule.seed) }
    // Smaller seeds of the same length are simpler, a little.
    return options.json.serialized().count + seeds.utf8.reduce(0) { $0 + Int($1) - 48 }
  }

  package static func < (left: Measure, right: Measure) -> Bool {
    if left.messages != right.messages { return left.messages < right.messages }
    if left.deviations != right.deviations { return left.deviations < right.deviations }
    if left.faults != right.faults { return left.faults < right.faults }
    if left.pauses != right.pauses { return left.pauses < right.pauses }
    if left.text != right.text { return left.text < right.text }
    return left.complexity < right.complexity
  }
}

/// Where a run differs from first in, first out.
enum Deviations {
  private static let unknown = 1 << 40
  private static let turns = 1 << 30
  /// Smaller numbers are numbers of deviations.
  static let counted = turns

  static func count(_ options: RunOptions) -> Int {
    let base =
      switch options.scheduler {
      case .firstInFirstOut: 0
      case .delays(let decisions): decisions.count
      case .replay(let schedule) where schedule.turns.isEmpty: schedule.holds.count + schedule.choices.count
      case .replay(let schedule): turns + schedule.turns.count
      case .random, .pct, .partialOrder, .starvation: unknown
      }
    return base + (options.variesPace ? 2 * unknown : 0)
  }

  /// Nil when they are not listed.
  static func list(_ options: RunOptions) -> Schedule? {
    guard case .replay(let schedule) = options.scheduler, schedule.turns.isEmpty else { return nil }
    return schedule
  }
}
