import Checkers
import Replay

/// Fresh servers that are given the final texts of a session: asked when their answers are needed, and no more of them than it takes.
struct FreshServers {
  /// How many more are asked where a server's answers may depend on time.
  private static let controls = 2

  /// Plays the session with one more of them.
  private let ask: () throws(ReplayRun.Failure) -> [FreshOracle.Event]
  private let dependsOnTime: Bool
  private var oracle: FreshOracle?

  /// - Parameters:
  ///   - dependsOnTime: as of ``FreshOracle``; where it is not so, all of them say the same.
  ///   - ask: plays the session with one more of them.
  init(dependsOnTime: Bool, ask: @escaping () throws(ReplayRun.Failure) -> [FreshOracle.Event]) {
    self.dependsOnTime = dependsOnTime
    self.ask = ask
  }

  /// What a session says otherwise than they do.
  mutating func finding(in events: [FreshOracle.Event]) throws(ReplayRun.Failure) -> Finding? {
    var oracle = try asked()
    // Most sessions end as a fresh server begins: one of them is enough to know.
    guard let finding = oracle.finding(in: events) else { return nil }
    guard dependsOnTime, !oracle.hasControls else { return finding }
    for _ in 0..<Self.controls { oracle.add(control: try ask()) }
    self.oracle = oracle
    return oracle.finding(in: events)
  }

  private mutating func asked() throws(ReplayRun.Failure) -> FreshOracle {
    if let oracle { return oracle }
    let first = FreshOracle(fresh: try ask(), dependsOnTime: dependsOnTime)
    oracle = first
    return first
  }
}
