import Glibc
import JSONRPC
import ProcessControl
import Recording
import Replay
import Shrinking
import Simulation
import Stress

/// Makes a failure's recording small: the same for `reprise shrink` and for what `reprise stress` finds.
struct FailureShrinker {
  var target: any StressTarget
  /// Where the best so far is at any time.
  var output: String
  var maximumRuns = 1000
  /// Nanoseconds of the system's clock.
  var deadline: Int64?
  var isInterrupted: () -> Bool = { false }
  var progress: ((_ messages: Int) -> Void)?

  /// How often the file is written while there are ever smaller candidates; nanoseconds.
  private static let interval: Int64 = 500_000_000

  /// Makes what failed, and how it was run, small.
  ///
  /// - Returns: what is left.
  /// - Throws: ``ShrinkError`` if it does not fail.
  func shrink(_ recorded: RecordedSession, _ options: RunOptions) throws(ShrinkError) -> ShrinkResult {
    var options = options
    let signature = options.violation
    options.violation = nil
    let deadline = deadline
    let isInterrupted = isInterrupted
    let budget = ShrinkBudget(maximumRuns: maximumRuns) {
      isInterrupted() || deadline.map { Uptime.now() >= $0 } ?? false
    }
    let writer = BestSoFar(output, signature ?? "", interval: Self.interval)
    let shrinker = Shrinker(budget: budget) { candidate, measure in
      writer.offer(candidate)
      progress?(measure.messages)
    }
    let oracle = TargetOracle(target: target)
    let result: ShrinkResult
    if target.isSimulated {
      let candidate = ShrinkCandidate(session: recorded, options: options)
      result = try shrinker.shrink(candidate, signature: signature, oracle: oracle)
    } else {
      // What is not looked for is not worth other sessions beside each run.
      if let signature { options.oracles.removeAll { !signature.hasSuffix($0) } }
      let candidate = ShrinkCandidate(session: recorded, options: options)
      let statistical = try StatisticalOracle.tuned(oracle, to: candidate, signature: signature, isOver: budget.isOver)
      result = try shrinker.shrink(candidate, signature: statistical.signature, oracle: statistical)
    }
    writer.write(result.candidate, signature: result.signature)
    return result
  }

  /// `failures/x.trace.gz` becomes `failures/x.small.trace.gz`.
  static func smallName(of path: String) -> String {
    let suffix = ".trace.gz"
    return (path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path) + ".small" + suffix
  }
}

/// Runs candidates against a target.
private struct TargetOracle: FailureOracle {
  let target: any StressTarget
  /// Kept from candidate to candidate: many end with the same texts.
  private var judge: StressJudge?

  init(target: any StressTarget) { self.target = target }

  mutating func attempt(_ candidate: ShrinkCandidate) -> Attempt {
    do throws(ReplayRun.Failure) {
      let subject = try target.subject(candidate.session)
      var judge = judge ?? StressJudge(candidate.session, target)
      judge.turn(to: candidate.session)
      defer { self.judge = judge }
      var run = try subject.play(candidate.options, recordsSchedule: true)
      try judge.judge(&run, candidate.options)
      let failed = run.verdict.conclusion == .failed
      return Attempt(
        signature: failed ? run.verdict.signature : nil, schedule: run.deviations, events: run.events.count)
    } catch {
      // Nothing is left to be played, or it cannot be: this is no failure of the server.
      return Attempt(signature: nil)
    }
  }
}

/// The smallest candidate so far, as a file that is always whole.
private final class BestSoFar {
  private let path: String
  private let signature: String
  private let interval: Int64
  private var last: Int64 = 0

  init(_ path: String, _ signature: String, interval: Int64) {
    self.path = path
    self.signature = signature
    self.interval = interval
  }

  func offer(_ candidate: ShrinkCandidate) {
    let now = Uptime.now()
    guard now >= last + interval else { return }
    last = now
    write(candidate, signature: signature)
  }

  func write(_ candidate: ShrinkCandidate, signature: String) {
    let draft = path + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return Output.message("\(path): \(String(cString: strerror(errno)))") }
    let error = Descriptor.writeAll(descriptor, candidate.bytes(violation: signature))
    close(descriptor)
    if error != 0 || rename(draft, path) != 0 {
      Output.message("\(path): \(String(cString: strerror(error != 0 ? error : errno)))")
      unlink(draft)
    }
  }
}
