import Benchmarking
import JSONRPC
import ProcessControl
import Recording
import Replay

/// Plays a recording against a server and times each request, in lockstep.
struct RecordingBench {
  let command: [String]
  /// How often it is played, each time with a fresh server.
  let runs: Int
  let interrupt: Int32?

  func measure(_ file: String) throws -> [BenchRow] {
    let session: RecordedSession
    do throws(RecordingError) {
      session = try RecordedSession.load(path: file)
    } catch {
      Output.message("\(error)")
      throw ExitReason.badInput.thrown
    }
    var rows: [BenchRow] = []
    for _ in 0..<runs {
      if Interruption.hasCome(interrupt) { throw BenchmarkingError.interrupted }
      for (method, time) in try play(session) {
        let name = "\(session.name): \(method)"
        if !rows.contains(where: { $0.name == name }) { rows.append(BenchRow(name: name)) }
        rows[rows.firstIndex { $0.name == name } ?? 0].wall.append(time)
      }
    }
    if rows.isEmpty { throw BenchmarkingError("\(file): nothing was asked for, or nothing was answered") }
    return rows
  }

  /// The requests that were answered, in order.
  private func play(_ session: RecordedSession) throws(BenchmarkingError) -> [(method: String, time: Double)] {
    let timings = try ServerBench.play(command, session)
    return timings.compactMap { timing in timing.time.map { (timing.method, $0) } }
  }
}
