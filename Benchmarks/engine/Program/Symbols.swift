import ArgumentParser
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
      let start = processMilliseconds()
      let response = await subject.ask(.workspaceSymbols(query: query, limit: 100))
      times.append(processMilliseconds() - start)
      guard case .result(.workspaceSymbols(let list)) = response.outcome else {
        throw ValidationError("no symbols came: \(response.outcome)")
      }
      found += list.count
    }
    let most = quantile(times, 0.95)
    row(
      "workspace symbols over 10,000, CPU p50 / p95", asked: "p95 5 ms",
      measured: "\(format(quantile(times, 0.5))) / \(format(most)) ms, \(found / count) a time",
      holds: most < 5 && found > 0)
  }
}
