import Glibc
package import Measurement

/// Many replays of one recording against one server's process, each with other timings.
package struct PerturbedCampaign {
  package struct Failure: Sendable {
    package var signature: String
    package var seeds: [UInt64] = []
    /// The session of the first of them, as a recording.
    package var artefact: String?
    package var example: String
  }

  package struct Result: Sendable {
    package var recording: String
    package var command: [String]
    /// The command line of a run, with `SEED` where its seed belongs.
    package var reproduce: String
    package var firstSeed: UInt64
    package var passed: [UInt64] = []
    /// In the order of their appearance.
    package var failures: [Failure] = []
    package var wasInterrupted = false
    /// Why it could not go on.
    package var problem: String?

    package var failed: Int { failures.reduce(0) { $0 + $1.seeds.count } }
    package var runs: Int { passed.count + failed }
    /// The rate of the rarer kind of outcome's opposite: how often it fails.
    package var failureRate: BinomialInterval { BinomialInterval(successes: failed, trials: runs) }
    /// One input, two outcomes.
    package var isFlaky: Bool { !passed.isEmpty && failed > 0 }
  }

  package var run: ReplayRun
  package var recorded: RecordedSession
  package var firstSeed: UInt64
  package var count: Int
  /// Where the sessions of failing runs go.
  package var folder: String
  package var progress: ((_ done: Int, _ total: Int) -> Void)?

  package init(_ run: ReplayRun, _ recorded: RecordedSession, firstSeed: UInt64, count: Int, folder: String) {
    self.run = run
    self.recorded = recorded
    self.firstSeed = firstSeed
    self.count = count
    self.folder = folder
  }

  package func perform() -> Result {
    var result = Result(
      recording: recorded.name, command: run.options.command, reproduce: run.options.reproduce,
      firstSeed: firstSeed)
    for index in 0..<count {
      let seed = firstSeed &+ UInt64(index)
      do throws(ReplayRun.Failure) {
        guard try perform(seed, &result) else { break }
      } catch {
        result.problem = error.description
        break
      }
      progress?(index + 1, count)
    }
    return result
  }

  /// - Returns: false when there is no point in going on.
  private func perform(_ seed: UInt64, _ result: inout Result) throws(ReplayRun.Failure) -> Bool {
    var run = run
    run.options.seed = seed
    // Written while it runs, and removed if there is nothing to be seen in it: so a failure is on disk before anything is said of it.
    run.savePath = FailureFiles.path(in: folder, recording: recorded.name, seed: seed)
    let verdict: Verdict
    do throws(ReplayRun.Failure) {
      verdict = try run.run(recorded)
    } catch {
      discard(run.savePath)
      throw error
    }
    switch verdict.conclusion {
    case .passed:
      result.passed.append(seed)
      discard(run.savePath)
    case .interrupted:
      result.wasInterrupted = true
      discard(run.savePath)
      return false
    case .couldNotRun:
      result.problem = TextReport.conclusion(verdict)
      discard(run.savePath)
      return false
    case .failed: add(verdict, seed, run.savePath, &result)
    }
    return true
  }

  private func add(_ verdict: Verdict, _ seed: UInt64, _ path: String?, _ result: inout Result) {
    let signature = verdict.signature
    if let index = result.failures.firstIndex(where: { $0.signature == signature }) {
      result.failures[index].seeds.append(seed)
      discard(path)
    } else {
      result.failures.append(
        Failure(
          signature: signature, seeds: [seed], artefact: path, example: verdict.failures.first ?? signature))
    }
  }

  private func discard(_ path: String?) {
    guard let path else { return }
    unlink(path)
    // Only if it is empty.
    rmdir(folder)
  }
}
