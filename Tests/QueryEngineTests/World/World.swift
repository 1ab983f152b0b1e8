import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Simulation
import Synchronization

/// An engine on one simulated thread, under a clock that stands still, over a disk in memory.
struct World {
  let simulation = ChosenSchedule.simulation()
  let files: FakeFiles
  let engine: Engine
  let answers = Answers()

  init(
    _ files: [String: String] = [:], roots: [String] = ["/w"], steps: Int = 1,
    configure: (inout EngineOptions) -> Void = { _ in }
  ) throws {
    self.files = FakeFiles(files)
    var options = EngineOptions()
    options.stepper = { TextStepper(query: $0, stepsLeft: steps) }
    configure(&options)
    let world = simulation.world
    engine = Engine(
      files: self.files, clock: world.clock,
      spawner: TaskSpawner(on: world.executor, willSpawn: { world.nameNextTask($0) }), options: options)
    if !roots.isEmpty { _ = try engine.updateWorkspace(WorkspaceUpdate(addedRoots: roots)) }
  }

  func submit(
    _ id: String, _ request: FeatureRequest, at snapshot: SnapshotSelection = .latest,
    as requestClass: RequestClass? = nil
  ) {
    let query = FeatureQuery(request, encoding: .utf16)
    engine.submit(EngineRequest(id: id, query: query, snapshot: snapshot, requestClass: requestClass)) {
      [answers] in answers.note($0)
    }
  }

  /// The answer to a request, with everything run that can run.
  func ask(_ id: String, _ request: FeatureRequest, at snapshot: SnapshotSelection = .latest) -> EngineResponse? {
    submit(id, request, at: snapshot)
    drain()
    return answers[id].last
  }

  /// Runs until nothing is left that could run without the clock moving.
  func drain() { simulation.drain() }

  func advance(by duration: Duration) {
    simulation.advance(by: duration)
    drain()
  }

  @discardableResult
  func open(_ file: FileID, _ text: String, version: Int = 1) throws -> Revision {
    try engine.openDocument(file, version: version, text: SourceText(text)).revision
  }

  @discardableResult
  func change(_ file: FileID, to text: String, version: Int) throws -> Revision {
    try engine.changeDocument(file, version: version, changes: [.full(SourceText(text))], encoding: .utf16).revision
  }
}

/// The answers that came, in order.
final class Answers: Sendable {
  private let list = Mutex<[EngineResponse]>([])

  func note(_ response: EngineResponse) { list.withLock { $0.append(response) } }
  var all: [EngineResponse] { list.withLock { $0 } }
  subscript(id: String) -> [EngineResponse] { all.filter { $0.id == id } }
}

extension EngineResponse.Outcome {
  /// The text that ``TextStepper`` answered with.
  var text: String? {
    switch self {
    case .result(.diagnostics(let list)): list.first?.message
    case .result(.hover(let hover)): hover?.markdown
    default: nil
    }
  }

  var paths: [String]? {
    if case .result(.locations(let list)) = self { list.map(\.file.path) } else { nil }
  }
}

let a = FileID("/w/a.pike")
let b = FileID("/w/b.pike")
let origin = TextPosition(line: 0, column: 0)
