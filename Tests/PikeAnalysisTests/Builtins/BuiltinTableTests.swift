import Testing

@testable import PikeAnalysis

struct BuiltinTableTests {
  @Test(arguments: [
    ("write", BuiltinKind.function), ("sizeof", .function), ("`+", .function), ("`[..]", .function),
    ("call_out", .function),
    ("thread_create", .class), ("Iterator", .class), ("_static_modules", .module), ("true", .constant), ("bool", .type),
  ])
  func aPredefinedNameHasItsKind(name: String, kind: BuiltinKind) {
    #expect(BuiltinTable.global(name)?.kind == kind)
  }

  @Test(arguments: ["this", "this_program", "UNDEFINED", "Stdio", "Gmp", "sscanf", "", "write ", "#", "`**"])
  func whatIsNoPredefinedNameIsNotFound(name: String) {
    #expect(BuiltinTable.global(name) == nil)
  }

  @Test func theNamesOfEveryListStandInOrderAndOnce() {
    let lists = [BuiltinTable.globals] + BuiltinTable.modulePaths.compactMap { BuiltinTable.members(of: $0) }
    for symbols in lists {
      let names = symbols.map(\.name)
      #expect(names == Set(names).sorted())
    }
  }

  @Test func thereAreAsManyNamesAsLines() {
    #expect(BuiltinTable.globals.count == 300)
    let lines = BuiltinText.modules.flatMap { "\($0)".split(separator: "\n") }
    let members = lines.filter { !$0.hasPrefix("# ") && !$0.hasPrefix("= ") }
    let read = BuiltinTable.modulePaths.reduce(0) { $0 + (BuiltinTable.members(of: $1)?.count ?? 0) }
    #expect(read == members.count)
    #expect(lines.count > 4000)
  }

  @Test(arguments: [
    ("Gmp", "mpz", BuiltinKind.class), ("Gmp.mpz", "powm", .function), ("Builtin", "mutex", .class),
    ("_static_modules.Builtin", "mutex", .class), ("_static_modules.Builtin.mutex", "lock", .function),
    ("_Stdio", "Fd", .class), ("_Stdio.Fd", "read", .function), ("_Stdio", "SEEK_SET", .constant),
    ("_Stdio", "SOCK", .module), ("_Stdio.SOCK", "STREAM", .constant), ("Parser._parser", "HTML", .class),
    ("Parser._parser.HTML", "feed", .function), ("Image", "Image", .class), ("Image.Image", "scale", .function),
    ("_system", "ENOENT", .constant), ("____Regexp_PCRE", "_pcre", .class), ("Nettle", "SHA256", .class),
    ("Nettle.AES._CBC._Buffer", "State", .class), ("Iterator", "next", .function),
  ])
  func aModuleOrClassHasItsMember(path: String, name: String, kind: BuiltinKind) {
    #expect(BuiltinTable.member(name, of: path)?.kind == kind)
  }

  @Test(arguments: ["", ".", "Gmp.", ".Gmp", "Gmp.nosuch", "Stdio.File", "gmp", "_static_modules.", "= Iterator"])
  func anUnknownPathHasNoMembers(path: String) {
    let members = BuiltinTable.members(of: path)
    #expect(members == nil)
  }

  @Test func aClassInATypeIsAPathOfTheTable() {
    #expect(BuiltinTable.member("mpz", of: "Gmp")?.signatures.map(\.result).contains("Gmp.mpz") == true)
    #expect(BuiltinTable.global("thread_create")?.signatures.first?.result == "Builtin.thread_id")
    for path in BuiltinTable.modulePaths {
      for symbol in BuiltinTable.members(of: path) ?? [] where symbol.kind == .module {
        let target = BuiltinTable.members(of: symbol.type)
        #expect(target != nil, "\(path).\(symbol.name)")
      }
    }
  }

  @Test func everyAliasLeadsToASection() {
    #expect(BuiltinTable.canonicalPath("_static_modules.Builtin.mutex") == "Builtin.mutex")
    for line in BuiltinText.modules.flatMap({ "\($0)".split(separator: "\n") }) where line.hasPrefix("= ") {
      let names = line.split(separator: " ")
      #expect(names.count == 3)
      #expect(BuiltinTable.canonicalPath(String(names[1])) == String(names[2]))
    }
  }

  @Test func onlyModulesThatAnswerToMoreAreOpen() {
    #expect(BuiltinTable.isOpen("Image"))
    #expect(!BuiltinTable.isOpen("Gmp"))
    #expect(!BuiltinTable.isOpen("nosuch"))
  }

  @Test func whatIndexingDoesNotSeeIsProtected() {
    #expect(BuiltinTable.member("_sprintf", of: "Gmp.mpz")?.isProtected == true)
    #expect(BuiltinTable.member("powm", of: "Gmp.mpz")?.isProtected == false)
  }

  @Test func whatPikeWarnsOfIsDeprecated() {
    #expect(BuiltinTable.member("set_start_quote", of: "spider")?.isDeprecated == true)
    #expect(BuiltinTable.global("write")?.isDeprecated == false)
  }

  @Test func everySummaryIsOfAPredefinedName() {
    #expect(BuiltinSummaries.lines.count >= 60)
    for name in BuiltinSummaries.lines.keys.sorted() {
      #expect(BuiltinTable.global(name)?.summary == BuiltinSummaries.lines[name])
    }
  }

  @Test(arguments: CompilerNames.identifiers + CompilerNames.macros)
  func whatTheCompilerKnowsIsNotPredefinedToo(name: String) {
    #expect(CompilerNames.isKnown(name))
    #expect(BuiltinTable.global(name) == nil)
  }
}
