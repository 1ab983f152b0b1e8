package import PikeSyntax
import TestSupport

/// Makes edits as a person and as an adversary would, from a seed: typing word by word, deleting, pasting pieces of the text,
/// taking back, and breaking things on purpose.
package struct Typist {
  /// What an edit is meant to be.
  package enum Habit: CaseIterable, Sendable {
    case typing, deleting, pasting, undo, bracket, quote, directive, noise, cut, newline
  }

  /// How many edits of each habit were begun.
  package private(set) var counts: [Habit: Int] = [:]
  private var random: SeededGenerator
  /// Edits that take back earlier ones, the last first.
  private var undo: [TextEdit] = []
  /// Where the caret is, and what is still to be typed there.
  private var caret = 0
  private var pending: [UInt8] = []

  private static let snippets = [
    "int x = 1;\n", "if (a) { b(); } else c();", "foo->bar(1, \"two\")[3..];",
    "mapping(string:int) m = ([ \"a\": 1 ]);\n",
    "lambda(int a) { return a; }", "foreach (a; int i; string s) {\n}\n", "class A { inherit B; }\n",
    "protected void f(int|string a, mixed ... rest) { }\n", "case 1..2: break;", "({ 1, 2, 3 })", "(< \"a\" >)",
    "catch { x(); };", "string s = #\"a\nb\";", "//! Documentation.\n", "/* comment */", "enum { A, B = 2 }",
    "sscanf(s, \"%d\", int y);", "[a, b] = c;", "x ? y : z", "a += b << 2;", "'x'", "Foo.Bar baz;", "`+(1, 2)", "}\n",
    "{",
  ]
  private static let brackets = ["(", ")", "{", "}", "[", "]", "({", "})", "([", "])", "(<", ">)", ";", ","]
  private static let quotes = ["\"", "'", "/*", "*/", "//", "#\"", "\\", "\\\n", "#(", "#)"]
  private static let directives = [
    "\n#if 1\n", "\n#else\n", "\n#endif\n", "\n#ifdef X\n", "\n#define A(x) x;\n", "\n#define B {\n", "\n#undef A\n",
    "\n#if 0\n", "\n#elif 1\n", "A(1)", "B", "\n#define A 1\n", "#", "\n#include \"x.h\"\n", "\n#pragma x\n",
    "\n#define C A(B) C\n", "C", "1C ", "\n#undef B\n",
  ]

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  package mutating func nextEdit(in text: SourceText) -> TextEdit {
    let edit = makeEdit(in: text)
    let range = edit.range.clamped(to: 0..<text.count)
    let inverse = TextEdit(
      range: range.lowerBound..<range.lowerBound + edit.replacement.count, replacement: Array(text[range]))
    undo.append(inverse)
    if undo.count > 64 { undo.removeFirst(32) }
    return TextEdit(range: range, replacement: edit.replacement)
  }

  private mutating func makeEdit(in text: SourceText) -> TextEdit {
    if !pending.isEmpty {
      let byte = pending.removeFirst()
      caret = min(caret + 1, text.count)
      return TextEdit(range: caret - min(1, caret)..<caret - min(1, caret), replacement: [byte])
    }
    let place = offset(in: text)
    let habit = pick([
      (.typing, 30), (.deleting, 20), (.pasting, 10), (.undo, 12), (.bracket, 8), (.quote, 5), (.directive, 4),
      (.noise, 4),
      (.cut, 4), (.newline, 3),
    ])
    counts[habit, default: 0] += 1
    switch habit {
    case .typing: return startTyping(at: place)
    case .deleting: return TextEdit(range: place..<min(text.count, place + 1 + below(3)), replacement: [])
    case .pasting: return paste(at: place, text)
    case .undo: return undo.popLast() ?? TextEdit(range: place..<place, replacement: " ")
    case .bracket: return TextEdit(range: place..<place, replacement: one(of: Self.brackets))
    case .quote: return TextEdit(range: place..<place, replacement: one(of: Self.quotes))
    case .directive: return TextEdit(range: place..<place, replacement: one(of: Self.directives))
    case .noise: return TextEdit(range: place..<place, replacement: (0..<1 + below(3)).map { _ in UInt8(below(256)) })
    case .cut: return TextEdit(range: place..<min(text.count, place + below(400)), replacement: [])
    case .newline: return TextEdit(range: place..<place, replacement: "\n")
    }
  }

  private mutating func startTyping(at place: Int) -> TextEdit {
    caret = place
    pending = Array(one(of: Self.snippets).utf8)
    let first = pending.removeFirst()
    caret += 1
    return TextEdit(range: place..<place, replacement: [first])
  }

  private mutating func paste(at place: Int, _ text: SourceText) -> TextEdit {
    let from = offset(in: text)
    let length = below(300)
    return TextEdit(range: place..<place, replacement: Array(text[from..<min(text.count, from + length)]))
  }

  private mutating func offset(in text: SourceText) -> Int { below(text.count + 1) }

  private mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(random.next() % UInt64(limit)) }

  private mutating func one(of list: [String]) -> String { list[below(list.count)] }

  private mutating func pick(_ weighted: [(Habit, Int)]) -> Habit {
    var rest = below(weighted.reduce(0) { $0 + $1.1 })
    for (habit, weight) in weighted {
      rest -= weight
      if rest < 0 { return habit }
    }
    return .typing
  }
}
