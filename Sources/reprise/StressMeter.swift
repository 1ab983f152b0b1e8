import ProcessControl
import Stress
import Synchronization

/// How far a campaign has come, with its rate, on standard error.
final class StressMeter: Sendable {
  private let meter: Mutex<ProgressMeter>
  private let start = Uptime.now()
  private let deadline: Int64?
  private let total: Int

  init(_ suite: String, until deadline: Int64?, total: Int) {
    meter = Mutex(ProgressMeter(label: suite, unit: deadline == nil ? "sessions" : "ms"))
    self.deadline = deadline
    self.total = total
  }

  func show(_ result: StressResult) {
    let now = Uptime.now()
    let seconds = max(1, (now - start) / 1_000_000_000)
    let note =
      "\(result.runs) runs, \(result.runs / Int(seconds)) a second, \(result.failures.count) kind(s) of failure"
    meter.withLock { meter in
      if let deadline {
        meter.show(Int((now - start) / 1_000_000), of: Int((deadline - start) / 1_000_000), note)
      } else {
        meter.show(result.sessions, of: total, note)
      }
    }
  }

  func show(_ done: Int, of total: Int, _ note: String) { meter.withLock { $0.show(done, of: total, note) } }

  func finish() { meter.withLock { $0.finish() } }
}
