/// The tree as text, for tests and for people: a node as `(kind child …)`, a token as its text.
package struct TreePrinter {
  private let tree: SyntaxTree
  private var lines: [String] = []

  /// A node whose tokens alone fit in this many characters is printed in one line.
  private static let lineLimit = 80

  package static func print(_ tree: SyntaxTree) -> String {
    var printer = TreePrinter(tree: tree)
    printer.visit(tree.root, at: 0, indentation: 0)
    return printer.lines.joined(separator: "\n")
  }

  /// A part of a tree, which begins at `start`.
  package static func print(_ element: GreenElement, at start: Int, of tree: SyntaxTree) -> String {
    var printer = TreePrinter(tree: tree)
    guard let node = element.node else { return printer.token(element, at: start) }
    printer.visit(node, at: start, indentation: 0)
    return printer.lines.joined(separator: "\n")
  }

  private init(tree: SyntaxTree) { self.tree = tree }

  private mutating func visit(_ node: GreenNode, at start: Int, indentation: Int) {
    let indent = String(repeating: "  ", count: indentation)
    let short = flat(node, at: start)
    if short.count + indent.count <= Self.lineLimit { return lines.append(indent + short) }
    lines.append("\(indent)(\(node.kind)")
    var offset = start
    for index in 0..<node.childCount {
      let child = node[index]
      if let inner = child.node {
        visit(inner, at: offset, indentation: indentation + 1)
      } else {
        lines.append("\(indent)  \(token(child, at: offset))")
      }
      offset += child.width
    }
    lines[lines.count - 1] += ")"
  }

  private func flat(_ node: GreenNode, at start: Int) -> String {
    var parts = ["\(node.kind)"]
    var offset = start
    for index in 0..<node.childCount {
      let child = node[index]
      parts.append(child.node.map { flat($0, at: offset) } ?? token(child, at: offset))
      offset += child.width
    }
    return "(" + parts.joined(separator: " ") + ")"
  }

  private func token(_ element: GreenElement, at offset: Int) -> String {
    if element.isMissing { return "<missing \(element.kind.spelling)\(element.problem == .silent ? " too" : "")>" }
    if element.isVirtual { return "<\(element.kind.spelling)>" }
    if element.kind == .endOfFile { return "<end>" }
    let start = offset + element.triviaWidth
    return tree.text.string(in: start..<start + element.textWidth)
  }
}
