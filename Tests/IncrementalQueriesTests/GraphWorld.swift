import IncrementalQueries
import Synchronization
import Testing

/// A graph, a database that evaluates it, and what its inputs really are at each revision.
final class GraphWorld: Sendable {
  let seed: Int
  let graph: RandomGraph
  let database: Database
  private let truth: Mutex<[Revision: [Int: Int]]>
  private let problems = Mutex<[String]>([])
  private let comparisons = Mutex(0)
  /// What happens between two steps of a query, as if another thread did it.
  private let interleaving = Mutex<(@Sendable () -> Void)?>(nil)

  init(seed: Int) {
    self.seed = seed
    var random = SplitMix(seed: seed)
    graph = RandomGraph(using: &random)
    database = Database(
      inputs: [NumberInput.self], queries: [PlainNode.self, ScarceNode.self, CoarseNode.self, StrictNode.self])
    truth = Mutex([database.snapshot.revision: [:]])
  }

  func interleave() { interleaving.withLock { $0 }?() }

  func setInterleaving(_ body: (@Sendable () -> Void)?) { interleaving.withLock { $0 = body } }

  // MARK: Inputs

  /// What is found by whoever looks for an input that was never written.
  static func undiscovered(_ key: Int) -> Int { key % 4 }

  @discardableResult
  func write(using random: inout SplitMix) -> Snapshot {
    let changes = (0..<(1 + random.below(3))).map { _ in
      (key: random.below(graph.inputCount), value: random.below(4), durability: Durability.allCases[random.below(3)])
    }
    return database.write { batch in
      for change in changes { batch.set(NumberInput.self, change.key, change.value, durability: change.durability) }
      truth.withLock { truth in
        var inputs = truth[Revision(batch.revision.number - 1)] ?? [:]
        for change in changes { inputs[change.key] = change.value }
        truth[batch.revision] = inputs
      }
    }
  }

  func discover(_ key: Int, using random: inout SplitMix) {
    database.discover(
      NumberInput.self, key, Self.undiscovered(key), durability: Durability.allCases[random.below(3)])
  }

  // MARK: Questions

  /// Asks for a node as often as inputs are missing, and compares the answer with the truth.
  func ask(
    _ index: Int, at snapshot: Snapshot, cancellation: CancellationToken? = nil, using random: inout SplitMix
  ) {
    while true {
      let context = QueryContext(database, snapshot, cancellation: cancellation)
      do throws(QueryInterruption) {
        return compare(.number(try context.node(self, index)), index, at: snapshot)
      } catch {
        switch error {
        case .missing(let missing):
          guard let key = missing.key as? Int else { return problem("a key that is no number is missing") }
          discover(key, using: &random)
        case .cycle: return compare(.cycle, index, at: snapshot)
        case .cancelled: return
        }
      }
    }
  }

  private func compare(_ outcome: Outcome, _ index: Int, at snapshot: Snapshot) {
    let inputs = truth.withLock { $0[snapshot.revision] } ?? [:]
    let naive = NaiveEvaluation(graph: graph) { inputs[$0] ?? Self.undiscovered($0) }
    guard let expected = naive.outcome(of: index) else { return }
    comparisons.withLock { $0 += 1 }
    if outcome != expected {
      problem("node \(index) at \(snapshot.revision): expected \(expected), came \(outcome)")
    }
  }

  private func problem(_ text: String) { problems.withLock { $0.append(text) } }

  /// How many answers were compared; records what was wrong.
  func finish() -> Int {
    setInterleaving(nil)
    let problems = problems.withLock { $0 }
    if let first = problems.first { Issue.record("seed \(seed): \(problems.count) wrong answers; \(first)") }
    return comparisons.withLock { $0 }
  }
}
