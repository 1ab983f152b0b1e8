import Testing

@testable import PikeSyntax

/// Which branches are compiled, which macros are in force, what they stand for.
struct PreprocessorTests {
  @Test(arguments: [
    ("1", true), ("0", false), ("", false), ("nothing", false), ("-1", true), ("!0", true), ("!1", false), ("~0", true),
    ("0x0", false), ("0x10 == 16", true), ("010 == 8", true), ("0b11 == 3", true), ("0.0", false), ("0.5", true),
    ("1 + 2 * 3 == 7", true), ("(1 + 2) * 3 == 9", true), ("7 - 2 - 1 == 4", true), ("7 % 4 == 3", true),
    ("1 / 0", false),
    ("1 % 0", false), ("1 << 3 == 8", true), ("16 >> 2 == 4", true), ("6 & 3 == 2", false), ("(6 & 3) == 2", true),
    ("6 | 1", true), ("5 ^ 5", false), ("1 < 2", true), ("2 <= 1", false), ("2 > 1", true), ("1 >= 2", false),
    ("1 != 1", false),
    ("1 && 0", false), ("1 && 1", true), ("0 || 1", true), ("0 || 0", false), ("1 || 0 && 0", true),
    ("1 ? 0 : 1", false), ("0 ? 0 : 1", true), ("\"a\" == \"a\"", true), ("\"a\" == \"b\"", false),
    ("defined(A)", true), ("defined(B)", false), ("!defined(B)", true), ("defined( A )", true), ("A", true),
    ("A == 5", true),
    ("TWICE == 10", true), ("EMPTY", false), ("SELF", false), ("F(1)", false), ("F(1) || 1", true),
    ("constant(Yes.Here)", true), ("constant(No.Where)", false), ("!constant(No.Where)", true),
    ("constant(Other)", true),
    ("constant(Other) && defined(A)", true), ("(", false), (")", false), ("1 +", true), ("+ 1", false),
    ("999999999999999999999999 > 1", true), ("1 << 9999", false), ("__MAJOR__ == 8", true),
  ])
  func conditionsAreEvaluated(condition: String, holds: Bool) {
    let text = """
      #define A 5
      #define TWICE A + A
      #define EMPTY
      #define SELF SELF
      #define F(x) x
      #if \(condition)
      #endif
      """
    let environment = PreprocessorEnvironment(constants: ["Yes.Here": true, "No.Where": false])
    let table = DirectiveTable(SourceText(text), environment: environment)
    #expect(table.structure.isActive[5] == holds)
  }

  @Test(arguments: [
    ("#if 1", "#elif 1", "#else", [true, false, false]), ("#if 0", "#elif 1", "#else", [false, true, false]),
    ("#if 0", "#elif 0", "#else", [false, false, true]), ("#ifdef X", "#elseif 1", "#else", [false, true, false]),
    ("#ifndef X", "#elif 1", "#else", [true, false, false]),
  ])
  func oneBranchOfAGroupIsCompiled(first: String, second: String, third: String, active: [Bool]) {
    let table = DirectiveTable(
      SourceText([first, second, third, "#endif"].joined(separator: "\n")), environment: .standard)
    #expect(Array(table.structure.isActive[..<3]) == active)
    #expect(table.structure.unmatched.isEmpty)
  }

  @Test func directivesInBranchesThatAreNotCompiledDefineNothing() {
    let text = "#if 0\n#define A 1\n#if 1\n#define B 1\n#endif\n#else\n#define C 1\n#endif\n"
    #expect(Self.names(SyntaxTree.parse(text).macros) == ["C"])
  }

  @Test func definitionsCountFromWhereTheyStandUntilTheyAreTakenBack() {
    let text =
      "#ifdef A\n#endif\n#define A 1\n#ifdef A\n#endif\n#undef A\n#ifdef A\n#endif\n#define A 2\n#if A == 2\n#endif\n"
    let table = DirectiveTable(SourceText(text), environment: .standard)
    #expect([0, 3, 6, 9].map { table.structure.isActive[$0] } == [false, true, false, true])
  }

  @Test func aFileBringsTheMacrosOfThoseThatItIncludes() {
    let environment = PreprocessorEnvironment(includes: [
      "\"a.h\"": MacroDefinition.parse("#define A 1\n#define OPEN {\n")
    ])
    let text = SourceText("#include \"a.h\"\n#include <b.h>\n#if A\nvoid f() OPEN }\n#endif\n")
    let tree = SyntaxTree.parse(text, environment: environment)
    #expect(tree.includeNames == ["\"a.h\"", "<b.h>"])
    #expect(tree.diagnostics.isEmpty, "\(tree.diagnostics)")
    #expect(Self.names(tree.macros) == ["A", "OPEN"])
    #expect(!SyntaxTree.parse(SourceText("void f() OPEN }")).diagnostics.isEmpty, "without the file it is a mistake")
  }

  @Test func conditionsWithoutPartnerAreNamed() {
    #expect(
      DirectiveTable(SourceText("#else\n#if 1\n#endif\n#endif\n#if 1\n"), environment: .standard).structure.unmatched
        == [0, 3, 4])
  }

  @Test(arguments: [
    ("#define A x;\n#define B A y\n", "B", MacroDefinition.Shape.tokens),
    ("#define A x\n#define B A + 1\n", "B", .value),
    ("#define A \"x\"\n", "A", .string), ("#define A\n", "A", .tokens), ("#define F(x) x\n", "F", .tokens),
    ("#define F(x) ((x) + 1)\n", "F", .value), ("#define B A + 1\n#define A (x\n", "B", .tokens),
  ])
  func aMacroIsAnExpressionOrTokens(text: String, name: String, shape: MacroDefinition.Shape) {
    let macro = SyntaxTree.parse(text).macros.first { String(decoding: $0.name, as: UTF8.self) == name }
    #expect(macro?.shape == shape)
  }

  /// Without the predefined ones.
  private static func names(_ macros: [MacroDefinition]) -> [String] {
    let predefined = Set(MacroDefinition.predefined.map(\.name))
    return macros.map(\.name).filter { !predefined.contains($0) }.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
