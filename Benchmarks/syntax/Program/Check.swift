import ArgumentParser
import FigureSupport
import PikeSyntax

/// Says what is wrong with the library's files, and how much memory their trees take.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Parse the library; print all diagnostics.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let library = try options.load()
    var faulty = 0
    var memory = 0
    for source in library.sources {
      let tree = source.parse()
      memory += tree.root.memoryUse
      if tree.root.width != source.text.count { print("\(source.path): the tree does not hold the text") }
      if tree.hasDiagnostics { faulty += 1 }
      for line in describe(tree, source) { print(line) }
    }
    let ratio = (Double(memory) / Double(library.bytes)).rounded(2)
    print(
      "\(library.sources.count) files, \(library.bytes) bytes, \(faulty) with diagnostics, trees of \(ratio) × the text"
    )
    if faulty > 0 { throw ExitCode(1) }
  }
}

func describe(_ tree: SyntaxTree, _ source: Library.Source) -> [String] {
  let lines = LineIndex(source.text)
  return tree.diagnostics.map { diagnostic in
    let position = lines.position(at: diagnostic.range.lowerBound, in: source.text, encoding: .utf8)
    return "\(source.path):\(position.line + 1):\(position.column + 1): \(diagnostic.message)"
  }
}

/// Prints the tree of one file.
struct Tree: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the tree of the files that --only selects.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    for source in try options.load().sources { print(TreePrinter.print(source.parse())) }
  }
}
