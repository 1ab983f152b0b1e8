import Glibc
import JSONRPC
import PlantedFaults
import ProcessControl
import Replay
import Stress
import Synchronization

/// What can be put under stress.
enum StressTargets {
  /// The embedded engine, in this process, with this fault, and spoken to in these protocols.
  static func embedded(fault: PlantedFault? = nil, framings: [Framing] = Framing.allCases) -> EmbeddedTarget {
    var target = EmbeddedTarget(limits: EmbeddedEngines.limits) { EmbeddedEngines.factory($0, fault: fault) }
    target.planted = fault?.id
    target.framings = framings
    return target
  }
}

/// Reads a suite's file.
enum SuiteFile {
  static func load(_ path: String) throws(SuiteError) -> Suite {
    guard let file = fopen(path, "re") else {
      throw SuiteError(
        file: path, message: "\(String(cString: strerror(errno))); suites are files such as suites/cancellation.yaml")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: SuiteReader.longestFile + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    if ferror(file) != 0 { throw SuiteError(file: path, message: "it cannot be read") }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      throw SuiteError(file: path, message: "it is no UTF-8 text")
    }
    return try SuiteReader.read(text, file: path, isPlace: FaultPlaces.exist)
  }
}

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

extension TimeoutPolicy {
  /// The usual one, but for requests, in microseconds, if that is said.
  static func of(request: Int64?) -> TimeoutPolicy {
    var policy = TimeoutPolicy()
    if let request { policy.request = request }
    return policy.patientAtTheEnd
  }

  /// A server that ends gets as much time as one that answers: some finish first what they are at, and LSP does not say how long they may.
  var patientAtTheEnd: TimeoutPolicy {
    var policy = self
    policy.exit = request
    return policy
  }
}
