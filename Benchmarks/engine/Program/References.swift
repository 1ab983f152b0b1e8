import ArgumentParser
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
    let subject = try EngineUnderTest(library: library.library)
    let file = FileID("/workspace/edited.pike")
    let text = sample.text
    _ = try subject.engine.openDocument(file, version: 1, text: text)
    let tree = SyntaxTree.parse(text)
    let lines = LineIndex(text)
    let names = tree.rootNode.tokens.filter { $0.kind == .identifier && !$0.isVirtual && !$0.isMissing }
      .map(\.textOffset)
    var typist = Typist(file, sample)
    _ = await subject.ask(.diagnostics(file))
    var times: [Double] = []
    var found = 0
    for index in 0..<count {
      // At the first place nothing stands before the names but what is typed there, so they are asked for where they were.
      try typist.type(into: subject.engine)
      let offset = names[index * names.count / count]
      let position = lines.position(at: offset, in: text, encoding: .utf16)
      let start = processMilliseconds()
      let response = await subject.ask(.references(file, position, includesDeclaration: true))
      times.append(processMilliseconds() - start)
      guard case .result(.locations(let list)) = response.outcome else {
        throw ValidationError("no references came: \(response.outcome)")
      }
      found += list.count
    }
    let most = quantile(times, 0.95)
    row(
      "references in a file of \(sample.lineCount) lines after a keystroke, CPU p50 / p95", asked: "p95 1.5 ms",
      measured: "\(format(quantile(times, 0.5))) / \(format(most)) ms, \(found / count) a time", holds: most < 1.5)
  }
}
