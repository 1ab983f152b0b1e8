import PikeSyntax
import SyntheticEdits
import Testing

/// A file that must be parsed without a diagnostic, and its tree as `TreePrinter` prints it.
func check(_ source: String, as expected: String, at location: SourceLocation = #_sourceLocation) {
  Example(source).check(expected, location)
}

/// The same for an expression: only its own tree is expected.
func checkExpression(_ source: String, as expected: String, at location: SourceLocation = #_sourceLocation) {
  Example(expression: source).check(expected, location)
}

/// The same for statements.
func checkStatement(_ source: String, as expected: String, at location: SourceLocation = #_sourceLocation) {
  Example(statement: source).check(expected, location)
}

/// The same for a type.
func checkType(_ source: String, as expected: String, at location: SourceLocation = #_sourceLocation) {
  Example(type: source).check(expected, location)
}

/// A text, and which of its nodes are looked at.
struct Example {
  let tree: SyntaxTree
  /// From the root on, which child to go to; the last entry is where to begin, up to `dropLast` before the end.
  private let path: [Int]
  private let inner: (first: Int, dropLast: Int)

  private init(_ text: String, path: [Int], inner: (Int, Int)) {
    tree = SyntaxTree.parse(text)
    self.path = path
    self.inner = inner
  }

  init(_ source: String) { self.init(source, path: [], inner: (0, 0)) }
  init(expression: String) { self.init("mixed v = \(expression);", path: [0, 1], inner: (2, 0)) }
  init(statement: String) { self.init("void f() {\n\(statement)\n}", path: [0, 3], inner: (1, 1)) }
  init(type: String) { self.init("\(type) v;", path: [0], inner: (0, 2)) }

  /// What is expected, as it should be.
  var printed: String {
    if path.isEmpty { return TreePrinter.print(tree) }
    var node = tree.root
    var start = 0
    for index in path {
      guard index < node.childCount, let child = node[index].node else { return TreePrinter.print(tree) }
      for before in 0..<index { start += node[before].width }
      node = child
    }
    for before in 0..<min(inner.first, node.childCount) { start += node[before].width }
    var lines: [String] = []
    for index in inner.first..<max(inner.first, node.childCount - inner.dropLast) {
      lines.append(TreePrinter.print(node[index], at: start, of: tree))
      start += node[index].width
    }
    return lines.joined(separator: "\n")
  }

  func check(_ expected: String, _ location: SourceLocation) {
    #expect(printed == expected, sourceLocation: location)
    #expect(tree.diagnostics == [], sourceLocation: location)
    if let fault = Robustness.fault(of: tree) {
      Issue.record("\(fault)", sourceLocation: location)
    }
  }
}
