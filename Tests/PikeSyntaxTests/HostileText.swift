import Testing

/// A text of any size that is made to bring a parser down.
struct HostileText: Sendable, CustomTestStringConvertible {
  let name: String
  var isNested = false
  var hasMacros: Bool { name.contains("(x)") }
  let make: @Sendable (Int) -> [UInt8]

  var testDescription: String { name }

  /// `prefix`, then `unit` so many times, then `closing` as many times, then `suffix`.
  static func repeated(
    _ unit: String, prefix: String = "", closing: String = "", suffix: String = "", isNested: Bool = false
  ) -> HostileText {
    HostileText(name: prefix + unit + "…" + closing + suffix, isNested: isNested) { count in
      var bytes = Array(prefix.utf8)
      for _ in 0..<count { bytes += unit.utf8 }
      for _ in 0..<count { bytes += closing.utf8 }
      return bytes + suffix.utf8
    }
  }

  static func nested(_ unit: String, in prefix: String = "", closing: String = "") -> HostileText {
    repeated(unit, prefix: prefix, closing: closing, isNested: true)
  }

  static let all = brackets + constructs + chains + directives + macros

  private static let function = "void f() {"
  private static let value = "int x = "

  private static let brackets: [HostileText] =
    ["(", "{", "[", "({", "([", "(<", "[?", ")", "}", "]", ">)"].flatMap { [nested($0), nested($0, in: function)] }
    + [
      nested("(", in: value, closing: ")"), nested("({", in: value, closing: "})"),
      nested("([1:", in: value, closing: "])"),
      nested("(<", in: value, closing: ">)"), nested("{", in: "void f()", closing: "}"),
    ]

  private static let constructs: [HostileText] =
    [
      "if (x) ", "while (x) ", "do ", "for (;;) ", "foreach (a, b) ", "switch (x) ", "a: ", "if (x); else ", "case 1: ",
      "a(", "[a,",
      "[int|", "([a, ",
    ].map { nested($0, in: function) }
    + [
      "(int)", "[int]", "!", "- ", "~", "++", "lambda() {", "lambda() { return ", "catch {", "gauge (", "typeof(",
      "sscanf(",
      "enum { a = ", "class { int y = ", "f() {", "a ? ", "a ? b : ", "a = ", "a->b(", "a[", "@", "`+(",
    ].map { nested($0, in: value) }
    + [
      "array(", "function(", "mapping(int:", "multiset(", "object(", "__attribute__(\"a\",", "__deprecated__(",
      "class A {", "private {",
      "enum {", "typedef ", "inherit ", "void f(", "int|",
    ].map { nested($0) }
    + [
      nested("if (x) ", in: function, closing: "else ;"), nested("([", in: function + " ([x] = y);", closing: "] = y)"),
    ]

  private static let chains: [HostileText] = [
    repeated("1+", prefix: value, suffix: "1;"), repeated(".b", prefix: function + "a"),
    repeated(".b", prefix: "a", suffix: " x;"),
    repeated("->b", prefix: function + "a"), repeated("::b", prefix: function + "a"),
    repeated("()", prefix: function + "a"),
    repeated("[1]", prefix: function + "a"), repeated("|int", prefix: "int", suffix: " x;"),
    repeated("a, ", prefix: value),
    repeated("\"a\" ", prefix: value), repeated("a ", prefix: function), repeated("a\n", prefix: function + "g("),
    repeated("global\n", prefix: function), repeated("local\n", prefix: function), repeated("else\n", prefix: function),
    repeated("__attribute__(\"a\") "), repeated("\"a\" ", prefix: "__attribute__("), repeated("int "), repeated(";"),
    repeated("a\n"),
  ]

  static let directives: [HostileText] = [
    repeated("#if 1\n"), repeated("#if 1\n", closing: "#endif\n"), repeated("#if 0\n"),
    repeated("#if 0\n", closing: "#endif\n"),
    repeated("#if 1\nint x;\n", closing: "#endif\n"), repeated("#if 1\nint (;{\n", closing: "#endif\n"),
    repeated("#if 1\n#endif\n"), repeated("#if 1\n#endif\n", prefix: function, suffix: "}"),
    repeated("#if 1\na();\n#else\nb(\n#endif\n", prefix: function), repeated("#if 1\nint x = {;\n#else\ny\n#endif\n"),
    repeated("\n#if 1\n 1 +\n#endif\n", prefix: value + "(", suffix: "1);"),
    repeated("#elif 0\nint x;\n", prefix: "#if 0\n"),
    repeated("#elif 0\n", prefix: "#if 0\n", suffix: "#endif\n"),
    repeated("#elif 0\nx\n", prefix: "#if 1\nx\n", suffix: "#endif"),
    repeated("#else\n"), repeated("#endif\n"), repeated("#else\n", prefix: "#if 0\n"), repeated("#\n"),
    repeated("#include \"x\"\n"),
    repeated("#define A 1\n"), repeated("#define X 1\n#undef X\n"),
    repeated("#define X Y + 1\n", prefix: "#define Y ;\n"),
    repeated("#define X X + 1\n", suffix: "#define X ;\n"), repeated("\n#define A 1\n A +", prefix: value + "("),
    HostileText(name: "#define Y1 ;\n#define X Y1 + 1…") { count in
      (0..<count).flatMap { Array("#define Y\($0) ;\n#define X Y\($0) + 1\n".utf8) }
    },
  ]

  static let macros: [HostileText] = [
    repeated("F(", prefix: "#define F(x) x;\n"), repeated("F(", prefix: "#define F(x) x;\n", closing: ")"),
    repeated("F(", prefix: "#define F(x) x; x\n", closing: ")"),
    repeated("1,", prefix: "#define F(x) x;\nF(", suffix: ")"),
    repeated("B\n", prefix: "#define B {\n"), repeated("B\n", prefix: "#define B\n"),
    repeated("A\n", prefix: "#define A A A;\n"),
    repeated("A\n", prefix: "#define A B; B\n#define B A; A\n"),
    repeated("F(1)\n", prefix: "#define F(x) G(x); G(x)\n#define G(x) F(x)\n"),
    doubling("#define A0 x;\n", "A", "", use: "A24\n"), doubling("#define A0\n", "A", "", use: "A24\n"),
    doubling("#define A0(x) x;\n", "A", "(x x)", parameters: "(x)", use: "A24(y)\n"),
    doubling("#define A0 1\n", "A", "", between: " + ", use: "#if A24\n#endif\n"),
    doubling("#define A0 1\n", "A", "", between: " ? ", use: "#if A24\n#endif\n"),
    repeated("A\n", prefix: "#define F(x) x;\n#define A " + String(repeating: "F(", count: 500) + "\n"),
    repeated("(", prefix: "#if ", suffix: "\n#endif\n"), repeated("1 ? ", prefix: "#if ", suffix: "\n#endif\n"),
    repeated("!", prefix: "#if ", suffix: "1\n#endif\n"), repeated("1 + ", prefix: "#if ", suffix: "1\n#endif\n"),
    HostileText(name: "#define F(a0,a1,…) a0+a1+…") { count in
      let names = (0..<count).map { "a\($0)" }
      return Array("#define F(\(names.joined(separator: ","))) \(names.joined(separator: "+"))\nF(1)\n".utf8)
    },
  ]

  /// Macros of which each mentions the one before twice.
  private static func doubling(
    _ first: String, _ name: String, _ arguments: String, parameters: String = "", between: String = " ", use: String
  ) -> HostileText {
    let definitions = (1...24).map { level in
      let mention = "\(name)\(level - 1)\(arguments)"
      return "#define \(name)\(level)\(parameters) \(mention)\(between)\(mention)\n"
    }
    return HostileText(name: "\(first) doubled 24 times") { count in
      Array((first + definitions.joined() + String(repeating: use, count: count / 100)).utf8)
    }
  }

  static let megabytes: [HostileText] =
    [
      "a", "1", "\"", "'", "#", "\\", "\0", "\n", "\r", " ", "/", "`", "a ", "(", ";", "//\n", "/*", "#\"", "#(", "0x",
      "é",
    ].map { repeated($0) }
    + [
      repeated("a", prefix: "/*", suffix: "*/"), repeated("a", prefix: "\"", suffix: "\""), repeated("a", prefix: "//"),
      repeated("a", prefix: "#define "), repeated("9", prefix: "#if "), repeated("a", prefix: "#"),
      repeated("a", prefix: "#\""),
      HostileText(name: "lone surrogates") { count in
        Array(repeating: [0xED, 0xA0, 0x80], count: count / 3).flatMap { $0 }
      },
      HostileText(name: "0xFF") { count in Array(repeating: 0xFF, count: count) },
    ]

  static let deepest: [HostileText] = [
    nested("a||b&&c|d^e&f==g<h<<i+j*enum{a=", in: value), nested("a=a?b||b&&c|d^e&f==g<h<<i+j*-sscanf(", in: value),
    nested("[int]a||b&&c|d^e&f==g<h<<i+j*f(", in: function), nested("gauge (", in: value),
    nested("lambda() { return ", in: value),
    nested("class A {"), nested("if (x) ", in: function), nested("array("),
    nested("1||1&&1|1^1&1==1<1<<1+1*(", in: "#if "),
    doubling("#define A0 1\n", "A", "", between: "?", use: "#if A24\n#endif\n"),
  ]
}
