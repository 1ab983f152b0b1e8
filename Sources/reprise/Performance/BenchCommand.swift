import ArgumentParser
import Benchmarking
import EngineBenchmarks
import Foundation
import Glibc
import PerformanceGates
import ProcessControl

/// `reprise bench`: what each path takes on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the engine's critical paths, or how a language server answers in a recording.",
    discussion: """
      Each path has a process of its own, on a corpus that is the same everywhere. Numbers of one run say what is slow, not what became \
      slower: for that, use `reprise compare`, which measures two programs side by side.

        reprise bench
        reprise bench --path "first diagnostic" --samples 1000 --format json
        reprise bench session.trace.gz --server 'clangd --log=error' --histograms distributions

      Times are wall time and processor time of all threads, in milliseconds. Counters are exact, of two dozen operations.

      Exit status: 0 it was measured; 3 it could not be; 64 this command line is wrong; 65 a recording is no good; 130 interrupted.
      """)

  enum BenchFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv, markdown }

  @Argument(help: ArgumentHelp("Recordings, whose requests are the paths.", valueName: "recording"))
  var recordings: [String] = []

  @Option(help: ArgumentHelp("The server for recordings. (default: the embedded engine)", valueName: "command"))
  var server: String?

  @Option(help: ArgumentHelp("Measure this path only. May be given more than once.", valueName: "name"))
  var path: [String] = []

  @Option(help: ArgumentHelp("How many samples each path has; how often a recording is played.", valueName: "n"))
  var samples: Int?

  @Option(help: ArgumentHelp("Operations before the first sample, by two dozen.", valueName: "n"))
  var warmup = 1

  @Option(help: "How to print the result: text, json, csv or markdown.")
  var format = BenchFormat.text

  @Option(
    help: ArgumentHelp(
      "Write each path's distribution of wall times here, as HdrHistogram's tools read it.", valueName: "folder"))
  var histograms: String?

  @Flag(help: "List the paths.")
  var list = false

  @Flag(help: "No progress on standard error.")
  var quiet = false

  @Flag(help: .hidden)
  var agent = false

  @Option(help: .hidden)
  var corpus: String?

  /// `PATH=PERCENT`: an agent that is slower on a path, by real work, for the tests of gates (Benchmarks/gate).
  @Option(help: .hidden)
  var plant: String?

  func validate() throws {
    for name in path where !BenchmarkSet.names.contains(name) {
      throw ValidationError("--path \(name): there is no such path; see `reprise bench --list`.")
    }
    if let samples, !(1...1_000_000).contains(samples) {
      throw ValidationError("--samples \(samples): give a number from 1 to 1000000.")
    }
    guard (1...1000).contains(warmup) else {
      throw ValidationError("--warmup \(warmup): give a number from 1 to 1000.")
    }
    if let plant, Self.planted(plant) == nil {
      throw ValidationError("--plant \(plant): give a path and per cent, such as 'warm validation=5'.")
    }
    if server != nil, recordings.isEmpty { throw ValidationError("--server: on which recordings? Name some.") }
  }

  func run() throws {
    if agent { return serve() }
    let output = StandardOutput()
    if list {
      output.write(BenchmarkSet.names.map { $0 + "\n" }.joined())
      return output.flush()
    }
    MachineDescription.fixEnvironment()
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    try ComparisonRun.reporting {
      let rows = try recordings.isEmpty ? measurePaths(interrupt) : measureRecordings(interrupt)
      output.write(BenchReport.text(rows, format, warmup: warmup))
      output.flush()
      if let histograms { try HistogramFiles(folder: histograms).write(rows) }
    }
  }

  /// As the agent that `compare` asks.
  private func serve() {
    let (corpus, planted) = (corpus, plant.flatMap(Self.planted))
    let paths = path.isEmpty ? BenchmarkSet.names : path
    Task(executorPreference: BenchmarkThreads.shared) {
      do {
        var agent = try BenchAgent(paths: paths, corpus: corpus, planted: planted)
        await agent.run()
      } catch {
        Output.message("\(error)")
        _exit(ExitReason.cannotRun.rawValue)
      }
    }
    while true { pause() }
  }

  private static func planted(_ text: String) -> (path: String, share: Double)? {
    let parts = text.split(separator: "=")
    guard parts.count == 2, BenchmarkSet.names.contains(String(parts[0])), let percent = Double(parts[1]), percent >= 0
    else { return nil }
    return (String(parts[0]), percent / 100)
  }

  private func measurePaths(_ interrupt: Int32?) throws -> [BenchRow] {
    try (path.isEmpty ? BenchmarkSet.names : path).map { name in
      if Interruption.hasCome(interrupt) { throw BenchmarkingError.interrupted }
      if !quiet { Output.message("measuring \(name)") }
      return try AgentBench(samples: samples ?? 200, warmup: warmup).measure(name)
    }
  }

  private func measureRecordings(_ interrupt: Int32?) throws -> [BenchRow] {
    let command = server.map(CommandWords.split) ?? [Program.path, "engine"]
    let bench = RecordingBench(command: command, runs: samples ?? 5, interrupt: interrupt)
    return try recordings.flatMap { file in
      if !quiet { Output.message("playing \(file)") }
      return try bench.measure(file)
    }
  }
}
