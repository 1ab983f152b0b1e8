import Foundation
import PikeSyntax
import SyntheticEdits

var library = Library(root: CommandLine.arguments.dropFirst(2).first ?? "/usr/lib/pike8.0")
let only = CommandLine.arguments.dropFirst(3).first
var texts: [(String, SourceText, PreprocessorEnvironment)] = []
for file in library.files where only.map({ file.hasSuffix($0) }) ?? true {
  guard let text = library.text(file) else { continue }
  texts.append((file, text, library.environment(for: text, at: file)))
}
let clock = ContinuousClock()
if CommandLine.arguments[1] == "edits" {
  var faults = 0
  var incremental = Duration.zero
  var count = 0
  for (index, (file, text, environment)) in texts.enumerated() {
    var typist = Typist(seed: UInt64(index))
    var tree = SyntaxTree.parse(text, environment: environment)
    var before = tree
    for step in 0..<40 {
      let edit = typist.nextEdit(in: tree.text)
      if ProcessInfo.processInfo.environment["TRACE"] != nil { FileHandle.standardOutput.write(Data("\(file) \(step) \(edit.range) \(edit.replacement) \(tree.text.count)\n".utf8)); try? Data(tree.text.bytes).write(to: URL(fileURLWithPath: "/tmp/last.pike")) }
      before = tree
      incremental += clock.measure { tree = tree.applying(edit) }
      count += 1
      if let fault = EditCheck.fault(of: tree) {
        print("\(file) step \(step) edit \(edit.range) \(String(decoding: edit.replacement, as: UTF8.self).debugDescription): \(fault)")
        faults += 1
        if faults < 4 {
          try? Data(before.text.bytes).write(to: URL(fileURLWithPath: "/tmp/fault\(faults).pike"))
          let fresh = SyntaxTree.parse(tree.text, environment: environment)
          print(tree.diagnostics == fresh.diagnostics, tree.diagnostics.prefix(3), fresh.diagnostics.prefix(3))
          try? TreePrinter.print(tree).write(toFile: "/tmp/fault\(faults).inc", atomically: true, encoding: .utf8)
          try? TreePrinter.print(fresh).write(toFile: "/tmp/fault\(faults).fresh", atomically: true, encoding: .utf8)
        }
        break
      }
    }
  }
  print("\(count) edits, \(faults) faults, \(incremental / count) each")
  exit(0)
}
var total = 0
var bad = 0
var memory = 0
let elapsed = clock.measure {
  for (_, text, environment) in texts {
    let tree = SyntaxTree.parse(text, environment: environment)
    total += tree.text.count
  }
}
for (file, text, environment) in texts {
  let tree = SyntaxTree.parse(text, environment: environment)
  memory += tree.root.memoryUse
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
print("\(texts.count) files, \(total) bytes, \(bad) with diagnostics, \(elapsed), memory \(Double(memory) / Double(total)) x")
