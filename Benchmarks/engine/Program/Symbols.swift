import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// Workspace symbols over ten thousand, CPU time.
struct Symbols: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Workspace symbols over 10,000 symbols, warm.")

  @Option(help: "Queries.") var count = 200

  func run() async throws {
    let workspace = SyntheticWorkspace(files: 500, functions: 20)
    let subject = try EngineUnderTest(files: workspace, root: SyntheticWorkspace.root)
    _ = await subject.ask(.workspaceSymbols(query: "", limit: 100))
    var times: [Double] = []
    var found = 0
    for index in 0..<count {
      let query = ["function", "fun7", "f1_1", "module3", "zzz", "counter", "fn2"][index % 7] + "\(index % 10)"
      let (time, response) = await processMilliseconds {
        await subject.ask(.workspaceSymbols(query: query, limit: 100))
      }
      times.append(time)
      guard case .result(.workspaceSymbols(let list)) = response.outcome else {
        throw ValidationError("no symbols came: \(response.outcome)")
      }
      found += list.count
    }
    row(
      "workspace symbols over 10,000, CPU p50 / p95", asked: "p95 5 ms",
      measured: "\(times.halfAnd(0.95)), \(found / count) a time", holds: quantile(0.95, of: times) < 5 && found > 0)
  }
}
