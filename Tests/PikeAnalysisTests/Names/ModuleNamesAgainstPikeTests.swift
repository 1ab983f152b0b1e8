import IncrementalQueries
import PikeSyntax
import Testing

@testable import PikeAnalysis

/// Names of modules and of what is in them, as pike itself resolves them.
@Suite(.enabled(if: DiskLibrary.installed != nil && PikeCompiler.isInstalled, "pike8.0 is not installed"))
struct ModuleNamesAgainstPikeTests {
  private enum Verdict { case found, missing, unsure }

  private static let wellKnown = [
    "Stdio.File", "Stdio.stdin", "Stdio.read_file", "Stdio", "Protocols.HTTP.Query", "Protocols.HTTP.get_url_data",
    "Protocols.HTTP.HTTP_OK", "Parser.HTML", "Parser.XML.Tree.SimpleRootNode", "Thread.Mutex", "Standards.JSON.encode",
    "Standards.URI", "String.trim_all_whites", "Array.uniq", "Mapping.Iterator", "Math.pi", "Math.Matrix", "Gmp.mpz",
    "Crypto.SHA256.HMAC", "Crypto.AES", "ADT.Stack", "ADT.Heap.Heap", "Calendar.now", "Calendar.ISO.Day", "Sql.Sql",
    "System.getuid", "_Stdio", "_static_modules.Builtin", "Builtin", "Process.run", "Regexp.SimpleRegexp",
    "Regexp.PCRE", "Locale.Charset", "Charset.decoder", "Getopt.find_all_options", "Debug.locate_references",
    "MIME.Message", "SSL.File", "Val.null", "Val.Null", "Cache.cache", "Concurrent.Future", "Program.inherits",
    "Function.curry", "Int.inf", "Float.isnan", "Object", "Image.Image", "Image.PNG", "master", "predef::write",
    "Pike.BackEnd",
    "Pike.DefaultBackend", "Tools.AutoDoc.PikeParser", "Web.CGI", "Geography.Position", "Unicode.split_words",
    "Audio.Codec.decoder", "Filesystem.Tar", "Error.Generic", "Error.mkerror", "Yabu.Db", "Serializer.Encodeable",
    "Stdio.Nothing", "Stdio.File.Nothing", "Nothing", "Nothing.At.All", "Protocols.Nothing", "Protocols.HTTP.Nothing",
    "Parser.XML.Nothing", "stdio.File", "Gmp.Nothing", "Gmp.mpz.Nothing", "_Stdio.Nothing", "Builtin.Nothing",
    "Standards.JSON.Nothing", "String.Nothing", "Crypto.Nothing", "Module", "modules", "module",
  ]

  /// The module path of a library's file; nil if it has none, as one in a plain directory.
  private static func modulePath(of file: FileID, in root: String) -> String? {
    guard file.path.hasPrefix(root + "/") else { return nil }
    var parts = file.path.dropFirst(root.count + 1).split(separator: "/").map(String.init)
    if parts.last == "module.pmod" { parts.removeLast() }
    var names: [String] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      guard part.hasSuffix(".pmod") || isLast && part.hasSuffix(".pike") else { return nil }
      names.append(String(part.dropLast(5)))
    }
    let isPlain = names.allSatisfy { $0.utf8.allSatisfy { $0 == 0x5F || $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 } }
    return names.isEmpty || !isPlain ? nil : names.joined(separator: ".")
  }

  /// What a name is to us: of a path, each part in what the parts before it are.
  private func verdict(_ name: String, _ workspace: TestWorkspace) throws -> Verdict {
    let scope = workspace.item("main.pike")
    let answer = try workspace.evaluate { context in
      name.hasPrefix("predef::")
        ? try Names(context).lookup(String(name.dropFirst(8)), qualifiers: ["predef"], from: scope)
        : try Names(context).symbol(ProgramName(name.split(separator: ".").map(String.init)), from: scope)
    }
    return !answer.symbols.isEmpty ? .found : answer.isCertain ? .missing : .unsure
  }

  private struct Comparison {
    var found = 0
    var missing = 0
    var unsure = 0
    /// What we know and pike does not: mostly what the stock package lacks a part for.
    var more: [String] = []
  }

  private func compare(_ names: [String], in workspace: TestWorkspace) throws -> Comparison {
    let verdicts = try PikeCompiler.verdicts(
      on: names.map { ("/main.pike", Array("mixed f() { return \($0); }".utf8)) })
    try #require(verdicts.count == names.count)
    var result = Comparison()
    for (name, pike) in zip(names, verdicts) {
      switch (try verdict(name, workspace), pike.compiles) {
      case (.found, true): result.found += 1
      case (.missing, false): result.missing += 1
      case (.missing, true): Issue.record("pike knows \(name), and we say that it does not exist")
      case (.found, false): result.more.append("\(name): \(pike.errors.first ?? "")")
      case (.unsure, _): result.unsure += 1
      }
    }
    return result
  }

  @Test func wellKnownNamesAreResolvedAsPikeDoes() throws {
    let workspace = TestWorkspace(["main.pike": ""], library: DiskLibrary.installed)
    let result = try compare(Self.wellKnown, in: workspace)
    #expect(result.found > 50)
    #expect(result.missing >= 15)
    #expect(result.unsure < 10)
    #expect(result.more == [])
  }

  @Test func modulesHaveTheMembersThatPikeSays() throws {
    let library = try #require(DiskLibrary.installed)
    let workspace = TestWorkspace(["main.pike": ""], library: library)
    let paths = library.files.compactMap { file in
      Self.modulePath(of: file, in: library.modulePaths[0]).map { (file: file, path: $0) }
    }
    let modules = paths.filter { $0.file.path.hasSuffix(".pmod") }

    let files = try compare(Set(paths.map(\.path)).sorted(), in: workspace)
    #expect(files.found > 450)
    #expect(files.unsure == 0)
    #expect(files.more.count < 20, "\(files.more)")

    let nonsense = try compare(Set(modules.map(\.path)).sorted().map { "\($0).NothingOfThisName" }, in: workspace)
    #expect(nonsense.found == 0)
    #expect(nonsense.missing > 200)
    #expect(nonsense.more == [])

    let members = try compare(modules.flatMap { try declared(in: $0.file, workspace, $0.path) }, in: workspace)
    #expect(members.found > 300)
    #expect(members.missing == 0)
    #expect(members.more.count * 20 < members.found, "\(members.more)")
  }

  /// Some names that a module's file declares.
  private func declared(in file: FileID, _ workspace: TestWorkspace, _ path: String) throws -> [String] {
    let items = try workspace.get(ItemTreeQuery.self, file)?.items ?? []
    let seen = items.filter {
      !$0.modifiers.contains(.protected) && [.function, .constant, .class].contains($0.kind) && !$0.name.isEmpty
        && !$0.name.hasPrefix("`")
    }
    return seen.prefix(2).map { "\(path).\($0.name)" }
  }
}
