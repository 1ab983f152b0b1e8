/// Whether a run is the same when it is run again.
public enum DoubleRun: Sendable {
  /// It is.
  case same(SimulationReport)
  /// The first event in which two runs differ, with its number; nil where a run had ended already.
  case different(at: Int, first: SimulationEvent?, second: SimulationEvent?)
  /// The hashes differed, but the runs that were made again to find out where did not, or not within the first
  /// million events.
  case unexplained(SimulationReport, SimulationReport)

  /// Runs twice. If the hashes differ, runs twice more and compares event by event.
  ///
  /// What differs from process to process (the order of a `Set`, addresses) is the same twice in one; compare the hashes of two
  /// processes as well.
  ///
  /// - Parameters:
  ///   - options: of all the runs.
  ///   - makeBody: is called for each run; what a run changes outside of itself must not be seen by the next one.
  /// - Returns: whether the hashes and outcomes are the same, and if not, where the runs part.
  public static func check(
    _ options: SimulationOptions, _ makeBody: () -> @Sendable (SimulatedWorld) async throws -> Void
  ) -> DoubleRun {
    let first = Simulation.run(options, makeBody())
    let second = Simulation.run(options, makeBody())
    if first.hash == second.hash, first.outcome == second.outcome { return .same(first) }
    var traced = options
    traced.traceLimit = 1_000_000
    let (one, other) = (Simulation.run(traced, makeBody()).trace, Simulation.run(traced, makeBody()).trace)
    let common = zip(one, other).prefix { $0 == $1 }.count
    guard common < max(one.count, other.count) else { return .unexplained(first, second) }
    return .different(
      at: common, first: common < one.count ? one[common] : nil, second: common < other.count ? other[common] : nil)
  }
}
