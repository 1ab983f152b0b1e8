import JSONRPC
import ProcessControl
import Stress
import Synchronization

/// The file in which a campaign keeps where it stands.
final class CampaignStateFile: Sendable {
  private let path: String
  private let state: Mutex<(state: CampaignState, written: Int64)>

  /// Between two times that it is written while a suite is played. Nanoseconds.
  private static let pause: Int64 = 1_000_000_000

  /// Reads the file if it is there, and writes it: that it cannot be written is better known before a campaign than after.
  ///
  /// - Throws: the exit, when it holds another campaign or something else, or cannot be written.
  init(_ path: String, seed: UInt64, shard: String?) throws {
    self.path = path
    var state = CampaignState(seed: seed, shard: shard)
    do throws(InputFile.Problem) {
      let bytes = try InputFile.bytes(path)
      guard let kept = (try? JSONValue(parsing: bytes)).flatMap(CampaignState.init) else {
        throw InputFile.Problem(message: "it holds no campaign's state; name another file, or remove it")
      }
      guard kept.seed == seed, kept.shard == shard else {
        let options = "--seed \(kept.seed)" + (kept.shard.map { " --shard \($0)" } ?? "")
        throw InputFile.Problem(message: "it is of a campaign with \(options); give the same, or name another file")
      }
      state = kept
    } catch {
      if !error.isMissing {
        Output.message("\(path): \(error.message)")
        throw ExitReason.badInput.thrown
      }
    }
    self.state = Mutex((state, 0))
    do {
      try Self.write(state, to: path)
    } catch {
      Output.message("\(error)")
      throw ExitReason.cannotRun.thrown
    }
  }

  private static func write(_ state: CampaignState, to path: String) throws {
    try TextFile.write(String(decoding: state.json.serialized(), as: UTF8.self) + "\n", to: path)
  }

  subscript(suite: String) -> CampaignState.Entry { state.withLock { $0.state[suite] } }

  /// Notes how far a suite has come that began at `entry`; writes it now and then, or at once when this is the `last` word on it.
  func record(_ result: StressResult, since entry: CampaignState.Entry, unfinished: Int, last: Bool) {
    state.withLock { kept in
      kept.state.record(result, since: entry, unfinished: unfinished)
      let now = Uptime.now()
      guard last || now - kept.written > Self.pause else { return }
      kept.written = now
      do { try Self.write(kept.state, to: path) } catch { Output.message("\(error)") }
    }
  }
}
