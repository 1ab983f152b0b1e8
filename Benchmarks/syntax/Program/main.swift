import Foundation
import PikeSyntax

var library = Library(root: CommandLine.arguments.dropFirst().first ?? "/usr/lib/pike8.0")
let only = CommandLine.arguments.dropFirst(2).first
var total = 0
var bad = 0
let clock = ContinuousClock()
var texts: [(String, SourceText, PreprocessorEnvironment)] = []
for file in library.files where only.map({ file.hasSuffix($0) }) ?? true {
  guard let text = library.text(file) else { continue }
  texts.append((file, text, library.environment(for: text, at: file)))
}
var memory = 0
let elapsed = clock.measure {
  for (_, text, environment) in texts {
    let tree = SyntaxTree.parse(text, environment: environment)
    total += tree.text.count
  }
}
for (file, text, environment) in texts {
  let tree = SyntaxTree.parse(text, environment: environment)
  if texts.count == 1 { print(TreePrinter.print(tree)) }
  let lines = LineIndex(text)
  if tree.root.width != text.count { print("\(file): LOSSY \(tree.root.width) of \(text.count)") }
  let diagnostics = tree.diagnostics
  if !diagnostics.isEmpty { bad += 1 }
  for diagnostic in diagnostics.prefix(2) {
    let position = lines.position(at: diagnostic.range.lowerBound, in: text, encoding: .utf8)
    print("\(file):\(position.line + 1):\(position.column + 1): \(diagnostic.message)")
  }
}
print("\(texts.count) files, \(total) bytes, \(bad) with diagnostics, \(elapsed)")
