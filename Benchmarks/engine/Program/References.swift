import ArgumentParser
import FigureSupport
import PikeAnalysis
import PikeSyntax
import QueryEngine

/// References in a file, CPU time.
struct References: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "A keystroke, and the references of a name in that file.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Names.") var count = 200

  func run() async throws {
    let sample = try library.file(lines: 1_000)
    var session = try await EditingSession(sample, library: library)
    let text = sample.text
    let tree = SyntaxTree.parse(text)
    let lines = LineIndex(text)
    let names = tree.rootNode.tokens.filter { $0.kind == .identifier && !$0.isVirtual && !$0.isMissing }
      .map(\.textOffset)
    var times: [Double] = []
    var found = 0
    for index in 0..<count {
      // At the first place nothing stands before the names but what is typed there, so they are asked for where they were.
      try session.type()
      let offset = names[index * names.count / count]
      let position = lines.position(at: offset, in: text, encoding: .utf16)
      let (time, response) = await processMilliseconds {
        await session.subject.ask(.references(session.file, position, includesDeclaration: true))
      }
      times.append(time)
      guard case .result(.locations(let list)) = response.outcome else {
        throw ValidationError("no references came: \(response.outcome)")
      }
      found += list.count
    }
    row(
      "references in a file of \(sample.lineCount) lines after a keystroke, CPU p50 / p95", asked: "p95 1.5 ms",
      measured: "\(times.halfAnd(0.95)), \(found / count) a time", holds: quantile(0.95, of: times) < 1.5 && found > 0)
  }
}
