import Recording

/// What about a recording may keep its replay from being like it.
enum RecordingProblems {
  static func found(in recorded: RecordedSession, _ script: Script, _ outcome: ReplayOutcome) -> [Problem] {
    var problems: [Problem] = []
    if !recorded.isFinished {
      let last = recorded.unfinishedAfter.map { "after record #\($0)" } ?? "before its first record"
      problems.append(
        Problem(.unfinishedRecording, .note, "the recording is unfinished: it ends \(last), and so does the replay"))
    }
    let gaps = recorded.gaps
    if !gaps.isEmpty {
      let missing = gaps.reduce(0) { $0 + $1.messages.client + $1.messages.server }
      problems.append(Problem(.gaps, .warning, "the recording lacks \(missing) message(s): \(gaps[0].reason)"))
    }
    if let argument = recorded.header.command.first(where: { $0.hasPrefix("--cancellationReceive=file:") }) {
      problems.append(
        Problem(
          .outOfBandCancellation, .warning,
          "the recorded client cancelled requests through files (\(argument)), which a recording does not hold; requests "
            + "that were cancelled may be answered in full now"))
    }
    if script.clientNoise > 0 {
      problems.append(
        Problem(
          .clientNoise, .warning, "the client wrote \(script.clientNoise) bytes outside any message; not sent again"))
    }
    if let status = outcome.status, let end = recorded.end, status != end.status {
      problems.append(
        Problem(
          .exitStatus, .note, "the server ended with \(status.words); in the recording with \(end.status.words)"))
    }
    return problems
  }
}
