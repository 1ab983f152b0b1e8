import Benchmarking
import Foundation
import PerformanceGates
import ProcessControl

/// The stress suites that a gate runs: against the target, each in a program of its own.
struct GateSuites {
  private let program: String
  private let server: [String]
  private let directory: String
  private let files: [String]
  private let time: String

  /// An agent is a `reprise` and has its engine in it; a language server is stressed as a process.
  init(_ contest: PreparedContest, given: [String], time: String) {
    let command = contest.contest.target.command
    let isAgent = command.contains("--agent")
    program = isAgent ? command[0] : Program.path
    server = isAgent ? [] : ["--"] + command
    directory = contest.targetDirectory
    files = given.isEmpty && isAgent ? FilePattern.existing("suites/*.yaml", in: directory) : given
    self.time = time
  }

  func run() -> [SuiteResult] {
    guard !files.isEmpty else { return [] }
    return files.map(run)
  }

  private func run(_ file: String) -> SuiteResult {
    let name = (file as NSString).lastPathComponent.replacing(".yaml", with: "")
    do throws(BenchmarkingError) {
      let arguments = [
        "stress", file, "--duration", share, "--quiet", "--failures", NSTemporaryDirectory() + "failures",
      ]
      let run = try CommandRun.run([program] + arguments + server)
      let last = (run.errors + run.output).split(separator: "\n").last.map(String.init) ?? ""
      switch run.status {
      case .exit(0): return SuiteResult(name: name, outcome: .pass)
      case .exit(1), .exit(2): return SuiteResult(name: name, outcome: .fail, detail: last)
      default: return SuiteResult(name: name, outcome: .invalid, detail: last)
      }
    } catch {
      return SuiteResult(name: name, outcome: .invalid, detail: error.description)
    }
  }

  private var share: String {
    guard let seconds = Double(time.dropLast()), time.hasSuffix("s") else { return time }
    return "\(max(1, Int(seconds / Double(files.count))))s"
  }
}
