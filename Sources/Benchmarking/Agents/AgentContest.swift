import Measurement
package import PerformanceGates
import ProcessControl

/// Two agents, and two more for the self-tests: base twice, alike in all that they do, for a process that does more has colder caches.
package struct AgentContest: Contest {
  package let base: Contestant
  package let target: Contestant
  /// Operations by which each path is warmed up and counted.
  package var warmup = Self.warmupOperations
  /// How long the samples of a path should take together in each restart, in milliseconds; a path that takes long has fewer pairs.
  package var minimumTime = 300.0

  /// One that takes little time, for its samples are batches.
  package let selfTestPath: String

  package static let warmupOperations = 24
  /// Below this the clock, the way between threads and the operation that is not counted would be most of what a sample costs. Nanoseconds.
  package static let shortestSample = 3_000_000.0
  /// Of a path that takes too long for more.
  private static let fewestPairs = 24
  private static let preferred = "warm validation"
  /// Planted work is one operation in so many.
  package static let plantedBatch = Int(1 / GatePlan.plantedShare)

  /// Starts both once, to see what they are.
  package init(
    base: [String], target: [String], directories: BySide<String?> = BySide(base: nil, target: nil)
  ) throws(BenchmarkingError) {
    self.base = try Self.meet(base, directories.base)
    self.target = try Self.meet(target, directories.target)
    selfTestPath = self.base.paths.contains(Self.preferred) ? Self.preferred : self.base.paths.first ?? ""
  }

  private static func meet(_ command: [String], _ directory: String?) throws(BenchmarkingError) -> Contestant {
    let greeting = try AgentClient(command, directory: directory).greeting
    return Contestant(command: command, directory: directory, corpus: greeting.corpus, paths: greeting.paths)
  }

  package func restart(_ number: Int, _ plans: [RestartPlan]) throws(BenchmarkingError) -> [RestartResult] {
    let hasSelfTest = plans.contains { $0.kind != .path }
    let clients = Clients(
      base: try AgentClient(base.command, directory: base.directory),
      target: try AgentClient(target.command, directory: target.directory),
      twins: hasSelfTest ? Pair(base: try twin(), target: try twin()) : nil)
    var runs: [AgentPathRun] = []
    for plan in plans { runs.append(try start(plan, clients)) }
    let everywhere = ProcessorAffinity.current
    defer { everywhere?.apply() }
    if let all = everywhere?.processors { try bind(clients, to: all[number % all.count]) }
    // Orders differ from restart to restart, and are the same for the same comparison.
    let schedule = PairSchedule(pairsPerPath: runs.map(\.pairs), seed: Self.seed, restart: number)
    for pair in schedule.pairs { try runs[pair.path].measure(first: pair.first) }
    return try runs.map { run throws(BenchmarkingError) in try run.result() }
  }

  /// All on one processor, each restart on another: what wakes up on either of two is now fast and now slow, and pairs tell half as much.
  private func bind(_ clients: Clients, to processor: Int) throws(BenchmarkingError) {
    for client in clients.all { try client.bind(to: processor) }
    ProcessorAffinity(processors: [processor]).apply()
  }

  /// Decides the orders of pairs.
  package static let seed: UInt64 = 1

  private struct Clients {
    var base: AgentClient
    var target: AgentClient
    var twins: Pair?

    var all: [AgentClient] { [base, target] + (twins.map { [$0.base, $0.target] } ?? []) }

    func pair(_ kind: Series.Kind) -> Pair {
      kind == .path ? Pair(base: base, target: target) : twins ?? Pair(base: base, target: target)
    }
  }

  private struct Pair {
    var base: AgentClient
    var target: AgentClient
  }

  private func twin() throws(BenchmarkingError) -> AgentClient {
    try AgentClient(base.command, directory: base.directory)
  }

  private func start(_ plan: RestartPlan, _ clients: Clients) throws(BenchmarkingError) -> AgentPathRun {
    let pair = clients.pair(plan.kind)
    let request = AgentRequest.start(path: plan.path, operations: warmup)
    // Both at once: it takes a while.
    try pair.base.send(request)
    try pair.target.send(request)
    let (base, target) = (try pair.base.start(), try pair.target.start())
    let time = max(1, Double(base.nanoseconds))
    let batch = plan.batch ?? BatchSize.choose(operation: time, shortest: Self.shortestSample)
    let affordable = Int(minimumTime * 1e6 / (time * Double(batch)))
    let pairs = max(plan.fewestPairs, min(plan.pairs, max(Self.fewestPairs, affordable)))
    return AgentPathRun(
      plan: plan, batch: batch, pairs: pairs, base: pair.base, opponent: pair.target,
      starts: BySide(base: base, target: target))
  }
}

/// One path in one restart: its samples as they come.
private struct AgentPathRun {
  let plan: RestartPlan
  let batch: Int
  let pairs: Int
  let base: AgentClient
  let opponent: AgentClient
  let starts: BySide<AgentStart>

  private var first: [Side] = []
  private var wall = BySide<[Double]>(base: [], target: [])
  private var cpu = BySide<[Double]>(base: [], target: [])

  init(
    plan: RestartPlan, batch: Int, pairs: Int, base: AgentClient, opponent: AgentClient, starts: BySide<AgentStart>
  ) {
    self.plan = plan
    self.batch = batch
    self.pairs = pairs
    self.base = base
    self.opponent = opponent
    self.starts = starts
  }

  mutating func measure(first side: Side) throws(BenchmarkingError) {
    first.append(side)
    for side in [side, side.other] { try measure(side) }
  }

  private mutating func measure(_ side: Side) throws(BenchmarkingError) {
    let client = side == .base ? base : opponent
    // Planted work is real: one operation more.
    let extra = plan.kind == .planted && side == .target ? batch / AgentContest.plantedBatch : 0
    try client.send(.sample(path: plan.path, operations: batch + extra))
    let sample = try client.sample()
    wall[side].append(Double(sample.wall))
    cpu[side].append(Double(sample.cpu))
  }

  func result() throws(BenchmarkingError) -> RestartResult {
    do throws(PairedSamplesError) {
      let samples = Series.Restart(
        wall: try PairedSamples(base: wall.base, target: wall.target),
        cpu: try? PairedSamples(base: cpu.base, target: cpu.target), first: first)
      let counters = starts.base.counters.map { counter in
        (
          name: counter.name,
          values: BySide(
            base: counter.value, target: starts.target.counters.first { $0.name == counter.name }?.value ?? -1)
        )
      }
      return RestartResult(
        kind: plan.kind, path: plan.path, batch: batch,
        answers: BySide(base: starts.base.answers, target: starts.target.answers), samples: samples,
        counters: counters,
        peakMemory: BySide(base: starts.base.peakMemory, target: starts.target.peakMemory))
    } catch {
      throw BenchmarkingError("\(plan.path): \(error)")
    }
  }
}

extension BySide {
  subscript(side: Side) -> Value {
    get { side == .base ? base : target }
    set { if side == .base { base = newValue } else { target = newValue } }
  }
}
