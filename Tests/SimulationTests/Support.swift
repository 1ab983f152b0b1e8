import Glibc
import Simulation
import SimulationScenarios
import Synchronization
import TestSupport

/// A body, so that a closure's type need not be spelled.
typealias Body = @Sendable (SimulatedWorld) async throws -> Void

func run(_ scheduler: SchedulerKind = .firstInFirstOut, seed: UInt64 = 0, _ body: @escaping Body) -> SimulationReport {
  Simulation.run(SimulationOptions(scheduler: scheduler, seed: seed, traceLimit: 10_000), body)
}

/// The notes of a run, in order.
func notes(of report: SimulationReport) -> [String] { report.trace.filter { $0.kind == .note }.map(\.subject) }

/// All schedulers, with parameters that show them.
let allSchedulers: [SchedulerKind] = [
  .firstInFirstOut, .random, .pct(depth: 3, length: 100), .partialOrder, .starvation(limit: 50), .delays([1, 4]),
]

/// What the program prints that runs as a process of its own.
func victim(_ arguments: String, environment: String = "") -> String {
  guard let pipe = popen("\(environment) '\(Tool.directory)/simulation-victim' \(arguments) 2>&1", "r") else {
    return ""
  }
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, pipe)
    guard count > 0 else { break }
    output += buffer[..<count]
  }
  pclose(pipe)
  return String(decoding: output, as: UTF8.self)
}

/// The time that this thread computes.
func processorSeconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  body()
  return now() - start
}

/// Something that several tasks write to.
final class Box<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  var value: Value {
    get { mutex.withLock { $0 } }
    set { mutex.withLock { $0 = newValue } }
  }
}
