import ProcessControl
import TestSupport
import Testing

@testable import Recorder

/// Git itself says what it ignores.
@Suite(.enabled(if: Tool.find("git") != nil, "git is not installed"))
struct GitAgreementTests {
  private static let names = ["a", "b", "a.o", "b.o", "build", "x y", "a[1]", "!k", "é", "Makefile"]
  private static let patterns = [
    "*.o", "/a", "b/", "build/", "!a.o", "a/*", "a/**", "**/b", "**/b/", "a/**/b", "!b", "*", "!*/", "x\\ y", "[ab]",
    "[!a]", "[a-c].o", "a?o", "\\!k", "é", "b/a", "/b/*.o", "**", "a\\[1\\]", "a[[]1]", "# no", "", "  ", "a ", "*/b",
    "***/a",
    "!/b/a.o", "*.[oa]", "[[:alpha:]]", "[^b]*", "Makefile", "!Makefile/", "b/**/a/", "/**/a.o", "a**o",
  ]

  @Test(arguments: 1...12) func theScanFindsWhatGitDoesNotIgnore(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let directory = TemporaryDirectory()
    var files: Set<String> = []
    for _ in 0..<40 { files.insert(Self.path(using: &generator)) }
    // A name cannot be a file and a directory.
    files = files.filter { file in !files.contains { $0.hasPrefix(file + "/") } }
    for file in files { directory.write("", to: file) }
    var ignoreFiles: [String] = []
    for place in ["", "a/", "b/", "a/b/"] where Bool.random(using: &generator) || place.isEmpty {
      guard place.isEmpty || files.contains(where: { $0.hasPrefix(place) }) else { continue }
      directory.write(Self.rules(using: &generator), to: place + ".gitignore")
      ignoreFiles.append(place + ".gitignore")
    }
    _ = try git(["init", "-q"], in: directory)
    directory.write(Self.rules(using: &generator), to: ".git/info/exclude")
    let listed = try git(["ls-files", "-z", "--others", "--exclude-standard"], in: directory)
    let expected = Set(listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    let found = scan(directory.path)
    #expect(found == expected, "seed \(seed): rm -rf what differs and look at its .gitignore files")
    #expect(!expected.isEmpty || seed > 0)
  }

  @Test func aWorkspaceBelowTheTopObeysTheRulesAboveIt() throws {
    let directory = TemporaryDirectory()
    directory.write("*.o\n/sub/x\n", to: ".gitignore")
    for file in ["sub/a.o", "sub/x", "sub/y", "sub/deep/x"] { directory.write("", to: file) }
    _ = try git(["init", "-q"], in: directory)
    #expect(scan(directory.path + "/sub") == ["y", "deep/x"])
  }

  private func scan(_ root: String) -> Set<String> {
    var scan = WorkspaceScan(root: root)
    var found: Set<String> = []
    while let item = scan.next() { if case .file(let path) = item { found.insert(path) } }
    return found
  }

  private func git(_ arguments: [String], in directory: TemporaryDirectory) throws -> [UInt8] {
    let neutral = ["-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false", "-C", directory.path]
    let result = try Conversation("git", neutral + arguments).finish()
    #expect(result.status == .exit(0), "\(result.errors)")
    return result.output
  }

  private static func path(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in names.randomElement(using: &generator)! }
      .joined(separator: "/")
  }

  private static func rules(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &generator)).map { _ in patterns.randomElement(using: &generator)! }
      .joined(separator: "\n") + "\n"
  }
}
