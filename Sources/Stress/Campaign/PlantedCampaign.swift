import ProcessControl
import Synchronization

/// The suites' own test: faults are planted, one after the other, and each must be found by the suite that should find it.
package struct PlantedCampaign: Sendable {
  /// A fault, and where it should be found.
  package struct Candidate: Sendable {
    package var id: String
    package var summary: String
    package var suite: String
    /// What is expected to be found; for people, since one fault may well break several properties.
    package var property: String
    package var target: any StressTarget

    package init(id: String, summary: String, suite: String, property: String, target: any StressTarget) {
      self.id = id
      self.summary = summary
      self.suite = suite
      self.property = property
      self.target = target
    }
  }

  package struct Outcome: Sendable {
    package var candidate: Candidate
    /// What was found first; nil if nothing was.
    package var signature: String?
    package var reason: String?
    package var sessions: Int
    package var runs: Int
    /// Nanoseconds.
    package var processorTime: Int64
    package var artefact: String?
    package var problem: String?
  }

  package var suites: [Suite]
  package var candidates: [Candidate]
  package var seed: UInt64
  /// For each fault, in nanoseconds of processor time.
  package var limit: Int64 = 60_000_000_000
  package var threads = 1
  package var folder: String?
  package var isInterrupted: @Sendable () -> Bool = { false }
  package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  package init(_ suites: [Suite], _ candidates: [Candidate], seed: UInt64) {
    self.suites = suites
    self.candidates = candidates
    self.seed = seed
  }

  private static let stackSize = 8 << 20

  /// Whether all were found.
  package static func isPassed(_ outcomes: [Outcome]) -> Bool {
    !outcomes.isEmpty && outcomes.allSatisfy { $0.signature != nil }
  }

  /// In the order of the candidates.
  package func perform() -> [Outcome] {
    let shared = Shared()
    let workers = (0..<max(1, threads)).map { number in
      WorkerThread(name: "planted \(number)", stackSize: Self.stackSize) {
        while let index = shared.next.withLock({ next in take(&next) }) {
          let outcome = search(candidates[index])
          let done = shared.outcomes.withLock { outcomes in
            outcomes[index] = outcome
            return outcomes.count
          }
          progress?(done, candidates.count)
        }
      }
    }
    for worker in workers { worker.join() }
    return shared.outcomes.withLock { outcomes in candidates.indices.compactMap { outcomes[$0] } }
  }

  private final class Shared: Sendable {
    let next = Mutex(0)
    let outcomes = Mutex<[Int: Outcome]>([:])
  }

  private func take(_ next: inout Int) -> Int? {
    guard next < candidates.count, !isInterrupted() else { return nil }
    defer { next += 1 }
    return next
  }

  private func search(_ candidate: Candidate) -> Outcome {
    guard var suite = suites.first(where: { $0.name == candidate.suite }) else {
      return Outcome(
        candidate: candidate, sessions: 0, runs: 0, processorTime: 0,
        problem: "the suite '\(candidate.suite)', which should find it, is not among those given")
    }
    // Others are looked for at the same time: what the process needs is not this suite's.
    suite.budgets = Suite.Budgets()
    var campaign = StressCampaign(suite, candidate.target, seed: seed, amount: .processorTime(limit))
    campaign.stopsAtFailure = true
    campaign.folder = folder
    campaign.isInterrupted = isInterrupted
    let result = campaign.perform()
    let failure = result.failures.first
    return Outcome(
      candidate: candidate, signature: failure?.signature, reason: failure?.reasons.first, sessions: result.sessions,
      runs: result.runs, processorTime: result.processorTime, artefact: failure?.artefact, problem: result.problem)
  }
}
