import FuzzDriver
import Glibc
import PikeSyntax
import SyntheticEdits

@main
enum FuzzSyntax {
  static func main() {
    exit(runFuzzer { fuzzSyntax($0, $1) })
  }
}

/// Any text has a tree that holds it; after any edits, the tree and the lines are those of the text parsed anew.
///
/// The input's first byte says how many edits there are, each of `EditCode.length` bytes; the rest is the text.
private func fuzzSyntax(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: size)
  guard let first = input.first else { return 0 }
  let codes = min(Int(first & 7), (size - 1) / EditCode.length)
  let text = SourceText(Array(input[(1 + codes * EditCode.length)...]))
  var tree = SyntaxTree.parse(text)
  var lines = LineIndex(text)
  check(tree)
  for index in 0..<codes {
    let start = 1 + index * EditCode.length
    let edit = EditCode(input[start..<start + EditCode.length]).edit(of: tree.text)
    tree = tree.applying(edit, mindsLookahead: !isCanary)
    lines.apply(edit, to: tree.text)
    check(tree)
    if let fault = EditCheck.fault(of: tree) { fatalError("after \(edit): \(fault)") }
    precondition(lines == LineIndex(tree.text), "the lines differ from those of a fresh index")
  }
  return 0
}

/// With this, edits are applied wrongly: a fuzzer that does not notice would notice nothing else either.
private let isCanary = getenv("REPRISE_FUZZ_CANARY") != nil

private func check(_ tree: SyntaxTree) {
  let (measured, fault) = TreeCheck.measure(tree)
  if let fault { fatalError(fault) }
  // A macro may stand for many tokens; everything else costs a few nodes a byte at most.
  if !tree.text.bytes.contains(UInt8(ascii: "#")) {
    precondition(measured.nodes <= 16 + 8 * tree.text.count, "\(measured.nodes) nodes for \(tree.text.count) bytes")
  }
}

/// An edit in four bytes: where (two), how much goes, what comes.
private struct EditCode {
  static let length = 4
  let place: Int
  let removed: Int
  let inserted: Int

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = bytes.startIndex
    place = Int(bytes[start]) << 8 | Int(bytes[start + 1])
    removed = Int(bytes[start + 2])
    inserted = Int(bytes[start + 3])
  }

  /// What comes is a fragment, or, from 128 on, a piece of the text itself.
  func edit(of text: SourceText) -> TextEdit {
    let start = place % (text.count + 1)
    let end = min(text.count, start + removed % 64)
    guard inserted >= 128 else {
      return TextEdit(range: start..<end, replacement: Self.fragments[inserted % Self.fragments.count])
    }
    let from = (start * 31 + inserted) % (text.count + 1)
    return TextEdit(range: start..<end, replacement: Array(text[from..<min(text.count, from + inserted - 127)]))
  }

  private static let fragments = [
    "", " ", "\n", "x", ";", "{", "}", "(", ")", "[", "]", ",", ":", "=", "else", "if (a) b();", "/*", "*/", "//", "\"",
    "'", "\\",
    "\\\n", "#", "#\"", "#(", "#)", "\n#if 1\n", "\n#if 0\n", "\n#else\n", "\n#endif\n", "\n#define A x;\n",
    "\n#define A(x) x x\n",
    "\n#undef A\n", "A", "A(1)", "int", "int x = 1;\n", "class", "({", "})", "([", "])", "(<", ">)", "::", ".", "..",
    "...", "->", "?",
    "lambda", "\r", "\r\n", "\0", "\u{E9}", "0", "1e", "`+", "return", "case 1:", "[a, b] = c;", "void f() {", "@",
  ]
}
