import PerformanceGates
import Recording
import Reporting

/// What a rollout is judged by: a metrics file, or a recording.
enum MetricsFile {
  /// What is wrong with the file is said, and ends the verb.
  static func read(_ path: String, stage: RolloutStage) throws -> RolloutMetrics {
    let bytes: [UInt8]
    do throws(InputFile.Problem) {
      bytes = try InputFile.bytes(path)
    } catch {
      throw InputFile.ended(path, error)
    }
    // By its first two bytes, gzip is no JSON (RFC 1952).
    if bytes.starts(with: [0x1F, 0x8B]) { return try readRecording(path, stage: stage) }
    return try InputFile.value(of: bytes, named: path, RolloutMetrics.init(parsing:))
  }

  private static func readRecording(_ path: String, stage: RolloutStage) throws -> RolloutMetrics {
    do throws(RecordingError) {
      var reader = try RecordingFile.open(path)
      if var session = SessionMetrics(reader.header) {
        let state = RecordingFile.read(&reader) { record in
          session.consume(record)
          return true
        }
        if state.report(path: path) == .passed { return session.finish(stage: stage, isComplete: state.isComplete) }
      } else {
        Output.message(Printable.escape("\(path): its header does not say when it started; record it again"))
      }
    } catch {
      _ = RecordingState.broken(error).report(path: path)
    }
    throw ExitReason.badInput.thrown
  }
}
