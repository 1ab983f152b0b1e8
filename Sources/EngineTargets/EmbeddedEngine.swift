import EngineProtocols
import IncrementalQueries
import JSONRPC
import PikeAnalysis
import PlantedFaults
import QueryEngine
import Replay

/// The embedded engine as a server that is replayed against in this process.
final class EmbeddedEngine: EmbeddedServer, @unchecked Sendable {
  // Unchecked: the server is used by the one task that hands in what the client says; all else is sendable.

  private let engine: Engine
  private let server: PlantedEngine

  /// An engine with this fault; nil but for ``StressCommand`` and what it found. `wrap` is for tasks that do something else beside their work.
  init(
    _ framing: Framing, _ environment: EmbeddedEnvironment, _ adapterOptions: AdapterOptions,
    fault: PlantedFault? = nil,
    wrap: TaskSpawner.Wrap? = nil
  ) {
    var options = EngineOptions()
    options.width = environment.width
    options.recentMetrics = 1 << 16
    if environment.isSimulated { options.stepCost = SimulatedCost.of }
    var spawner = TaskSpawner(on: environment.executor, willSpawn: environment.willSpawn)
    if let wrap { spawner = spawner.wrapping(wrap) }
    let parts = PlantedEngine.Parts(
      files: ReplayedFiles(environment), clock: environment.clock,
      spawner: spawner, options: options,
      adapter: adapterOptions)
    server = PlantedEngine(fault, framing, parts, output: environment.output)
    engine = server.engine
  }

  func receive(_ bytes: [UInt8]) { server.receive(bytes) }
  func endOfInput() { server.endOfInput() }
  var exitCode: Int? { server.exitCode }
  var openRequests: Int { server.openRequests }
  func dispose() { server.dispose() }

  func telemetry() -> ServerTelemetry {
    let statistics = engine.statistics
    var telemetry = ServerTelemetry()
    telemetry.classes = RequestClass.allCases.map { requestClass in
      let totals = statistics[requestClass]
      var row = ServerTelemetry.Class(name: "\(requestClass)")
      row.requests = totals.scheduling.arrived
      row.cancelled = totals.cancelled
      row.superseded = totals.scheduling.superseded
      row.shared = totals.scheduling.shared
      return row
    }
    for record in statistics.recent {
      let metrics = record.metrics
      let index = metrics.requestClass.rawValue
      telemetry.classes[index].queueWait.append(metrics.queueWait.microseconds)
      telemetry.classes[index].duration.append(metrics.duration.microseconds)
      if let time = metrics.cancelToStop { telemetry.classes[index].cancelToStop.append(time.microseconds) }
    }
    telemetry.work = WorkKind.analysis.map { ($0.name, Int(statistics.work[$0.kind])) }
    telemetry.retainedSnapshots = engine.footprint.snapshots
    telemetry.state = engine.workInProgress
    return telemetry
  }
}

/// What work costs in simulated time. The figures are round ones near to what a processor of today takes; what counts is that they are
/// fixed, so that a gate on them has no noise.
enum SimulatedCost {
  static func of(_ work: StepWork) -> Duration {
    let amounts = work.amounts
    return .nanoseconds(
      step + Int64(amounts[.tokens]) * token + Int64(amounts[.items]) * item + Int64(amounts[.uses]) * use
        + Int64(work.executed) * execution + Int64(work.validated) * validation + Int64(work.reused) * reuse)
  }

  // Nanoseconds.
  /// Of any step, however little it does.
  private static let step: Int64 = 20_000
  private static let token: Int64 = 100
  private static let item: Int64 = 2_000
  private static let use: Int64 = 2_000
  /// Of a query, each time.
  private static let execution: Int64 = 5_000
  private static let validation: Int64 = 1_000
  private static let reuse: Int64 = 200
}
