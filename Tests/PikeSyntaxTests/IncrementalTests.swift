import Foundation
import PikeSyntax
import SyntheticEdits
import TestSupport
import Testing

/// After any edits, a tree is what a parse from scratch makes of its text.
struct IncrementalTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func editedTreesAreThoseOfAFreshParse(seed: UInt64) {
    var run = EditRun(text: SourceText(Self.sample), seed: seed)
    for _ in 0..<120 where !run.step() { return }
  }

  @Test func eachHabitOfTheTypistOccurs() {
    var typist = Typist(seed: 1)
    var text = SourceText(Self.sample)
    for _ in 0..<4000 { text = text.count > 4000 ? SourceText(Self.sample) : text.applying(typist.nextEdit(in: text)) }
    for habit in Typist.Habit.allCases {
      #expect(typist.counts[habit, default: 0] >= 10, "\(habit) occurred \(typist.counts[habit, default: 0]) times")
    }
  }

  /// Files of other people, as far as they are installed.
  @Test(.enabled(if: PikeLibrary.isInstalled, "pike 8.0 is not installed (Scripts/setup tests)"))
  func editedFilesOfTheLibraryAreThoseOfAFreshParse() throws {
    let files = PikeLibrary.sample(count: 24, maximumSize: 12_000)
    #expect(files.count == 24)
    for (index, file) in files.enumerated() {
      var run = EditRun(text: SourceText(Array(try Data(contentsOf: file))), seed: UInt64(1000 + index))
      for _ in 0..<6 where !run.step(name: file.lastPathComponent) { return }
    }
  }

  @Test func theCheckNoticesEditsThatAreAppliedWrongly() {
    // Far enough behind the statement that its tokens are not read anew.
    let tree = SyntaxTree.parse("void f() { if (a) b(); /* else? */ c(); }")
    let edit = TextEdit(range: 35..<35, replacement: "else ")
    #expect(EditCheck.fault(of: tree.applying(edit)) == nil)
    #expect(EditCheck.fault(of: tree.applying(edit, mindsLookahead: false)) != nil)
  }

  @Test(arguments: [
    // An operand without `=` is one element, not two.
    ("t=([\"\":({[}a, ]);", 14, 14, ""), ("x = ({ [a], b });", 14, 14, "c"),
    // An `else` that comes to stand behind a group, far from it.
    ("void f() {\n#if 1\n if (a) b();\n#endif\n/* some comment */ x();\n}", 57, 58, "else x"),
  ])
  func editsThatOnceWentWrong(text: String, start: Int, end: Int, replacement: String) {
    let tree = SyntaxTree.parse(text).applying(TextEdit(range: start..<end, replacement: replacement))
    #expect(EditCheck.fault(of: tree) == nil)
  }

  static let sample = """
    #define CHECK(x) if (!(x)) return 0;
    #define OPEN {
    inherit Stdio.File : file;
    constant A = 1, B = "two" "three";
    protected mapping(string:array(int|float)) table = ([ "a": ({ 1, 0x1f, 1.5e3 }), "b": ({}) ]);
    enum Colour { RED, GREEN = 2 };
    class Point(int x, int y) {
      int `+(int|Point other) { return other + 1; }
    #ifdef DEBUG
      void check() { CHECK(x > 0); }
    #else
      void check() OPEN }
    #endif
    }
    int main(int argc, array(string) argv) {
      for (int i = 0; i < argc; i++) if (i & 1) continue; else break;
      foreach (argv; int i; string s) do { s = s[1..<2]; } while (sizeof(s) > 3);
      switch (argc) { case 1..2: return 0; default: }
    #if constant(Thread) && A > 0
      [int a, string b] = ({ 1, "x" });
    #endif
      mixed e = catch { throw(([ "k": (<1, 2>) ])); };
      sscanf("1 2", "%d %d", int x, a);
      CHECK(e && "text" + lambda(mixed m) { return (int)m ?: ::f(m); }(e));
      return a->b->?c(@argv); // the end
    }
    """
}

/// A document that is edited again and again, and checked each time.
struct EditRun {
  private let start: SyntaxTree
  private var tree: SyntaxTree
  private var typist: Typist
  private let seed: UInt64
  private var edits = 0

  init(text: SourceText, seed: UInt64) {
    start = SyntaxTree.parse(text)
    tree = start
    typist = Typist(seed: seed)
    self.seed = seed
  }

  /// False, with an issue that says how to come here again, if the tree is wrong.
  mutating func step(name: String = "the sample") -> Bool {
    let edit = typist.nextEdit(in: tree.text)
    let next = tree.applying(edit)
    edits += 1
    if let fault = EditCheck.fault(of: next) ?? TreeCheck.fault(of: next) {
      Issue.record(
        "\(name), seed \(seed), edit \(edits) (\(edit)): \(fault); before: \(tree.text.string.debugDescription)")
      return false
    }
    // A text that grows makes the run slow, not better.
    tree = next.text.count > 2 * start.text.count + 500 ? start : next
    return true
  }
}

enum PikeLibrary {
  private static let root = URL(fileURLWithPath: "/usr/lib/pike8.0/modules")

  static var isInstalled: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// Files from all over the library, the same ones each time.
  static func sample(count: Int, maximumSize: Int) -> [URL] {
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.fileSizeKey])
    let files = (all?.compactMap { $0 as? URL } ?? []).filter { file in
      let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
      return ["pike", "pmod", "h"].contains(file.pathExtension) && !file.hasDirectoryPath
        && (500...maximumSize).contains(size ?? 0)
    }.sorted { $0.path < $1.path }
    return files.count < count ? files : (0..<count).map { files[$0 * files.count / count] }
  }
}
