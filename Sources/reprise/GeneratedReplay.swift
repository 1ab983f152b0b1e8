import Recording
import Replay
import Stress

// What a generator wrote, against a server's process.
extension ReplayCommand {
  /// There are no answers to compare with; properties are what `reprise stress` holds such a session to, at its pace.
  func isHeldToProperties(_ recorded: RecordedSession) -> Bool {
    recorded.isGenerated && clock == nil && seed == nil && save == nil && workspace == nil && !keepWorkspace
  }

  func playGenerated(
    _ recorded: RecordedSession, _ file: String, _ interrupt: Int32?
  ) throws -> (ExitReason, Verdict?) {
    let reproduce = try options(for: file).reproduce
    var target = ServerTarget(playing: command, .pike, timeouts: try timeouts().patientAtTheEnd)
    target.interrupt = interrupt
    do throws(ReplayRun.Failure) {
      let options = try recorded.runOptions()
      var run = try target.subject(recorded).play(options)
      var judge = StressJudge(recorded, target)
      try judge.judge(&run, options)
      run.verdict.reproduce = reproduce
      return (Self.reason(run.verdict.conclusion), run.verdict)
    } catch {
      Output.message("\(error)")
      return (error.isBadInput ? .badInput : .cannotRun, nil)
    }
  }
}
