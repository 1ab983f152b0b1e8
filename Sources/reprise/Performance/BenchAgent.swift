import Benchmarking
import EngineBenchmarks
import Foundation
import JSONRPC
import Measurement
import PerformanceGates
import ProcessControl
import Recording

/// `reprise bench --agent`: does what another `reprise` asks for, and says what it took.
struct BenchAgent {
  private let parts: [(name: String, files: [CorpusFile])]
  /// The folder of the corpus that was given.
  private let given: String?
  private let scratch: String
  private let paths: [String]
  /// Work that is planted, by path.
  private let planted: (path: String, share: Double)?
  private var written: Set<String> = []
  private var runs: [String: PathRun] = [:]
  /// The paths whose samples begin with an operation that is not counted.
  private var isShort: Set<String> = []

  /// How many operations tell roughly what one takes.
  private static let estimateOperations = 8
  /// Nanoseconds.
  private static let short = 10_000_000.0

  init(paths: [String], corpus: String?, planted: (path: String, share: Double)?) throws {
    self.paths = paths
    self.planted = planted
    given = corpus
    parts = try CorpusFolder.parts(in: corpus)
    let template = NSTemporaryDirectory() + "reprise-bench-XXXXXX"
    var name = Array(template.utf8CString)
    guard let made = mkdtemp(&name) else {
      throw RepriseError("cannot make a folder in \(NSTemporaryDirectory()): \(String(cString: strerror(errno)))")
    }
    scratch = String(cString: made)
  }

  /// Until the end of the input. It ends the process: the engines' threads go on until then, and nothing that runs at exit may meet them.
  mutating func run() async -> Never {
    say(AgentGreeting(version: Reprise.version, corpus: corpusHash, paths: paths, canBind: true).json)
    while let line = readLine() {
      guard let json = try? JSONValue(parsing: Array(line.utf8)), let request = AgentRequest(json) else {
        say(["error": "what is asked for is not understood"])
        continue
      }
      do { say(try await answer(request)) } catch { say(["error": .string("\(error)")]) }
    }
    try? FileManager.default.removeItem(atPath: scratch)
    _exit(0)
  }

  private var corpusHash: String { CorpusParts.manifest(parts).hash }

  private func say(_ json: JSONValue) {
    _ = Descriptor.writeAll(STDOUT_FILENO, json.serialized() + [UInt8(ascii: "\n")])
  }

  private mutating func answer(_ request: AgentRequest) async throws -> JSONValue {
    switch request {
    case .start(let path, let operations): return try await start(path, operations).json
    case .sample(let path, let operations):
      guard var run = runs[path] else { throw RepriseError("\"\(path)\" was not started") }
      // Whoever waited for the other side to be measured comes back to cold caches and a processor that sleeps.
      if isShort.contains(path) { _ = try await run.sample(operations: 1) }
      let share = planted?.path == path ? planted?.share ?? 0 : 0
      let sample = try await run.sample(operations: operations, plantedShare: share)
      runs[path] = run
      return AgentSample(wall: Int(sample.wall), cpu: Int(sample.cpu)).json
    case .bind(let processor): return ["bound": .bool(ProcessorAffinity(processors: [processor]).applyToProcess())]
    }
  }

  private mutating func start(_ path: String, _ operations: Int) async throws -> AgentStart {
    PeakMemory.reset()
    var run = try await BenchmarkSet.start(path, corpus: try corpus(for: path), program: Program.path)
    let divisor = BenchmarkSet.needs(of: path)?.warmupDivisor ?? 1
    let (work, answers) = try await run.count(operations: max(1, operations / divisor))
    var times: [Double] = []
    for _ in 0..<max(1, Self.estimateOperations / divisor) {
      times.append(Double(try await run.sample(operations: 1).wall))
    }
    let estimate = OrderStatistics.median(times)
    runs[path] = run
    if estimate < Self.short { isShort.insert(path) }
    return AgentStart(
      counters: work.named.map { AgentStart.Counter(name: $0.name, value: $0.value) },
      answers: ContentHash.sha256(Array(answers.joined(separator: "\n\n").utf8)), peakMemory: PeakMemory.bytes,
      nanoseconds: Int(estimate))
  }

  /// Paths share what they only read, and so do agents: two that have files of their own also have a page cache of their own.
  private mutating func corpus(for path: String) throws -> String {
    guard let (part, writes, _) = BenchmarkSet.needs(of: path) else { return scratch }
    if !writes, let given { return given }
    let folder = scratch + "/" + (writes ? path.replacing(" ", with: "-") : "shared")
    if written.insert(folder + "/" + part).inserted {
      try CorpusFolder.write(parts.first { $0.name == part }?.files ?? [], to: folder + "/" + part)
    }
    return folder
  }
}

/// This program.
enum Program {
  static var path: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : CommandLine.arguments[0]
  }
}

/// What went wrong, in a sentence.
struct RepriseError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
