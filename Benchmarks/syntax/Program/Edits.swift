import ArgumentParser
import Foundation
import PikeSyntax
import SyntheticEdits

/// Seeded edits over the library's files: after each one the tree holds the text and equals a parse from scratch.
struct Edits: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Edit the library's files from seeds and compare each tree with a fresh one.",
    discussion: "The whole run of a million edits takes a few minutes: syntax-figures edits --count 1000000")

  @OptionGroup var options: LibraryOptions

  @Option(help: "How many edits, over all files.")
  var count = 20_000

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "Edits one after the other in one file before it is read anew.")
  var session = 100

  @Option(help: "Run only every Nth session, beginning with the Ith: I/N.")
  var shard = "0/1"

  @Option(help: "Where to write the text and both trees of the last fault.")
  var dump: String?

  func run() throws {
    let library = try options.load()
    let parts = shard.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[0] < parts[1] else { throw ValidationError("--shard is written I/N, with I below N") }
    var done = 0
    var faults = 0
    var number = parts[0]
    while done < count / parts[1] {
      let source = library.sources[number % library.sources.count]
      if let fault = run(source, seed: seed &+ UInt64(number), &done) {
        faults += 1
        print(fault)
      }
      number += parts[1]
    }
    print("\(done) edits, \(faults) hard fails or differences")
    if faults > 0 { throw ExitCode(1) }
  }

  private func run(_ source: Library.Source, seed: UInt64, _ done: inout Int) -> String? {
    var typist = Typist(seed: seed)
    var tree = source.parse()
    for step in 0..<session {
      let edit = typist.nextEdit(in: tree.text)
      let before = tree
      tree = tree.applying(edit)
      done += 1
      if let fault = EditCheck.fault(of: tree) {
        try? write(tree, before)
        let typed = String(decoding: edit.replacement, as: UTF8.self).debugDescription
        return "\(source.path) seed \(seed) step \(step), \(edit.range) replaced by \(typed): \(fault)"
      }
    }
    return nil
  }

  private func write(_ tree: SyntaxTree, _ before: SyntaxTree) throws {
    guard let dump else { return }
    let fresh = SyntaxTree.parse(tree.text, environment: tree.environment)
    try FileManager.default.createDirectory(atPath: dump, withIntermediateDirectories: true)
    try Data(tree.text.bytes).write(to: URL(fileURLWithPath: dump + "/text.pike"))
    try Data(before.text.bytes).write(to: URL(fileURLWithPath: dump + "/before.pike"))
    try TreePrinter.print(before).write(toFile: dump + "/before", atomically: true, encoding: .utf8)
    try TreePrinter.print(tree).write(toFile: dump + "/incremental", atomically: true, encoding: .utf8)
    try TreePrinter.print(fresh).write(toFile: dump + "/fresh", atomically: true, encoding: .utf8)
  }
}
