import Testing

@testable import Recorder

@Suite struct IgnoreRulesTests {
  private func check(
    _ rules: String, ignores path: String, directory: Bool = false, _ expected: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var ignore = IgnoreRules()
    ignore.add(Array(rules.utf8), in: "")
    let isIgnored = ignore.ignores(path, isDirectory: directory)
    #expect(isIgnored == expected, "\(rules) on \(path)", sourceLocation: sourceLocation)
  }

  @Test func aPatternWithoutASlashMatchesANameAnywhere() {
    check("*.o", ignores: "a.o")
    check("*.o", ignores: "x/y/a.o")
    check("*.o", ignores: "a.c", false)
    check("build", ignores: "x/build", directory: true)
  }

  @Test func aPatternWithASlashMatchesFromItsDirectory() {
    check("/a", ignores: "a")
    check("/a", ignores: "x/a", false)
    check("x/a", ignores: "x/a")
    check("x/a", ignores: "y/x/a", false)
    check("x/*", ignores: "x/y/z", false)
  }

  @Test func aSlashAtTheEndMatchesDirectoriesOnly() {
    check("out/", ignores: "out", directory: true)
    check("out/", ignores: "out", false)
  }

  @Test func twoStarsSpanDirectories() {
    check("**/a", ignores: "a")
    check("**/a", ignores: "x/y/a")
    check("x/**", ignores: "x/y/z")
    check("x/**/z", ignores: "x/z")
    check("x/**/z", ignores: "x/1/2/z")
    check("x/**/z", ignores: "y/1/2/z", false)
  }

  @Test func theLastMatchingRuleDecides() {
    check("*.o\n!keep.o", ignores: "keep.o", false)
    check("!keep.o\n*.o", ignores: "keep.o")
    check("\\!x", ignores: "!x")
    check("# x", ignores: "# x", false)
    check("\\#x", ignores: "#x")
  }

  @Test func setsRangesAndClassesMatchOneByte() {
    check("[a-c]x", ignores: "bx")
    check("[!a-c]x", ignores: "bx", false)
    check("[]x]", ignores: "]")
    check("[[:digit:]]", ignores: "7")
    check("[a", ignores: "[a", false)
    check("a?c", ignores: "abc")
  }

  @Test func spacesAtTheEndCountOnlyWhenEscaped() {
    check("a  ", ignores: "a")
    check("a\\ ", ignores: "a ")
    check("a\r\n", ignores: "a")
  }

  /// A pattern that makes naive matchers take time that doubles with every star.
  @Test func noPatternTakesLong() {
    let stars = String(repeating: "*a", count: 40) + "b"
    check(stars, ignores: String(repeating: "a", count: 200), false)
    check("**/" + String(repeating: "**/a/", count: 20) + "b", ignores: String(repeating: "a/", count: 60) + "c", false)
  }
}
