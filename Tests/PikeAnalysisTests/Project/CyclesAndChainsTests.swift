import IncrementalQueries
import PikeSyntax
import Testing

@testable import PikeAnalysis

/// Files that need each other, and long rows of files that need the next one: every question ends, with an answer that does not
/// depend on which file was asked first.
struct CyclesAndChainsTests {
  private static let cycles: [[String: String]] = [
    [
      "a.pike": "inherit \"b.pike\"; int a;", "b.pike": "inherit \"c.pike\"; int b;",
      "c.pike": "inherit \"a.pike\"; int c;",
    ],
    ["a.pike": "inherit \"a.pike\"; int a; int f() { return x; }"],
    [
      "a.pike": "#include \"b.h\"\nint a = B;", "b.h": "#include \"a.pike\"\n#define B 1\nint b;",
      "c.pike": "#include \"a.pike\"\nint c = B;",
    ],
    ["a.h": "#include \"a.h\"\nint a;", "b.pike": "#include \"a.h\"\nint f() { return a; }"],
    ["modules/A.pmod": "import B; int a() { return b(); }", "modules/B.pmod": "import A; int b() { return a(); }"],
    ["modules/A.pmod": "inherit B; int a;", "modules/B.pmod": "inherit A.C; int b; class C { inherit B; }"],
    [
      "modules/A.pmod/module.pmod": "inherit .B; import .B;", "modules/A.pmod/B.pmod": "inherit A; constant C = A.B.C;",
    ],
    ["a.pike": "class A { inherit B; } class B { inherit A; } class C { inherit A; class D { inherit C; } }"],
    [
      "a.pike":
        "constant A = B; constant B = C; constant C = A; typedef T T; typedef U|V U; T t; U u; int f() { return t->x + u->y; }"
    ],
    ["modules/A.pmod": "#if constant(B.x)\nint x;\n#endif", "modules/B.pmod": "#if constant(A.x)\nint x;\n#endif"],
    ["modules/A.pmod": "#if constant(A.x)\nint y;\n#else\nint x;\n#endif\nint f() { return A.x; }"],
  ]

  @Test(arguments: cycles.indices)
  func theAnswerIsTheSameWhicheverFileIsAskedFirst(index: Int) throws {
    let texts = Self.cycles[index]
    let together = TestWorkspace(texts)
    for path in texts.keys.sorted(by: >) { _ = try together.diagnostics(path) }
    for path in texts.keys.sorted() {
      let alone = TestWorkspace(texts)
      #expect(try alone.diagnostics(path) == together.diagnostics(path), "\(path)")
    }
  }

  /// A row of files in which each needs the next one, and the last one declares something.
  private static func chain(_ count: Int, _ link: (Int) -> String, _ name: (Int) -> String, end: String) -> [String:
    String]
  {
    var texts: [String: String] = [:]
    for index in 0..<count { texts[name(index)] = index == count - 1 ? end : link(index + 1) }
    return texts
  }

  @Test func aLongRowOfInheritsIsFollowed() throws {
    let texts = Self.chain(
      300, { "inherit \"f\($0).pike\";\nint g\($0)() { return last; }" }, { "f\($0).pike" }, end: "int last = 1;")
    #expect(try TestWorkspace(texts).diagnostics("f0.pike") == [])
    let broken = Self.chain(
      300, { "inherit \"f\($0).pike\";\nint g\($0)() { return lost; }" }, { "f\($0).pike" }, end: "int last;")
    #expect(try TestWorkspace(broken).diagnostics("f0.pike").count == 1)
  }

  @Test(arguments: [20, 60, 300])
  func aLongRowOfIncludesEnds(count: Int) throws {
    let texts = Self.chain(
      count, { "#include \"f\($0).pike\"\nint g\($0)() { return last; }" }, { "f\($0).pike" }, end: "int last = 1;")
    #expect(try TestWorkspace(texts).diagnostics("f0.pike") == [])
  }

  /// Those that are too far away are not seen.
  @Test(arguments: [(20, true), (60, false), (300, false)])
  func macrosComeOverManyIncludes(count: Int, isSeen: Bool) throws {
    var texts = Self.chain(
      count, { "#include \"f\($0).h\"\n" }, { $0 == 0 ? "f0.pike" : "f\($0).h" }, end: "#define LAST 1\n")
    texts["f0.pike", default: ""] += "#ifdef LAST\nint last;\n#endif\n"
    let workspace = TestWorkspace(texts)
    #expect(try (workspace.get(ItemQuery.self, workspace.item("f0.pike:last")) != nil) == isSeen)
  }

  /// Twenty files, each of which is included by all those before it.
  @Test func manyIncludesOfTheSameFilesAreFollowed() throws {
    var texts: [String: String] = [:]
    for index in 0..<20 {
      texts["f\(index).h"] = (index + 1..<20).map { "#include \"f\($0).h\"\n" }.joined() + "#define M\(index) 1\n"
    }
    texts["a.pike"] = "#include \"f0.h\"\nint f() { return M19 + M7; }"
    #expect(try TestWorkspace(texts).diagnostics("a.pike") == [])
  }

  @Test(arguments: [20, 60])
  func aLongRowOfModulesThatInheritTwiceIsFollowed(count: Int) throws {
    #expect(try TestWorkspace(Self.modules(count)).diagnostics("modules/M0.pmod") == [])
  }

  /// Queries cannot be nested as deeply as that; whoever asks is told so, and no stack overflows.
  @Test func anEndlessRowOfModulesThatInheritTwiceIsGivenUp() {
    #expect(throws: QueryInterruption.self) { try TestWorkspace(Self.modules(300)).diagnostics("modules/M0.pmod") }
  }

  private static func modules(_ count: Int) -> [String: String] {
    chain(
      count, { "inherit M\($0); inherit Other;\nint g\($0)() { return last; }" }, { "modules/M\($0).pmod" },
      end: "int last = 1; class Other {}")
  }
}
