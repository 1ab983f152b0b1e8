import Foundation
import PikeSyntax

let files = CommandLine.arguments.dropFirst()
var total = 0
var bad = 0
let clock = ContinuousClock()
var texts: [(String, SourceText)] = []
for file in files {
  guard let data = FileManager.default.contents(atPath: file) else { continue }
  texts.append((file, SourceText(Array(data))))
}
let elapsed = clock.measure {
  for (_, text) in texts {
    let tree = SyntaxTree.parse(text)
    total += tree.text.count
  }
}
for (file, text) in texts {
  let tree = SyntaxTree.parse(text)
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
