import ArgumentParser
import FigureSupport
import PikeSyntax

/// How the time grows with the length: each shape of text at four lengths, twice as long each time.
struct Growth: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time synthetic and hostile texts of growing length.")

  @Option(help: "Only the shape of this name.")
  var only = ""

  func run() throws {
    var worst = 0.0
    for shape in GrowthShape.all where only.isEmpty || shape.name == only {
      let times = shape.sizes.map { size in time(shape.make(size)) }
      let ratios = zip(times.dropFirst(), times).map {
        ($0.seconds / Double($0.bytes)) / ($1.seconds / Double($1.bytes))
      }
      let last = times[times.count - 1]
      let growth = (last.seconds / Double(last.bytes)) / (times[0].seconds / Double(times[0].bytes))
      worst = max(worst, growth)
      print(
        "\(shape.name): \(shape.sizes[0]) … \(shape.sizes[shape.sizes.count - 1]): "
          + times.map { "\(($0.seconds * 1e3).rounded(2)) ms" }.joined(separator: ", ")
          + "; time per byte × \(growth.rounded(2)) over the whole range (steps "
          + ratios.map { $0.rounded(2) }.joined(separator: ", ") + "), \(last.diagnostics) diagnostics")
    }
    print("worst growth of the time per byte: × \(worst.rounded(2))")
  }

  private func time(_ text: String) -> (seconds: Double, bytes: Int, diagnostics: Int) {
    let source = SourceText(text)
    var best = Double.infinity
    var diagnostics = 0
    for _ in 0..<7 {
      best = min(
        best,
        ProcessorTime.of {
          let tree = SyntaxTree.parse(source)
          diagnostics = tree.diagnostics.count
        })
    }
    return (best, source.count, diagnostics)
  }
}

struct GrowthShape: Sendable {
  var name: String
  var sizes: [Int]
  var make: @Sendable (Int) -> String

  private static func doubling(to limit: Int) -> [Int] { [limit / 8, limit / 4, limit / 2, limit] }

  static let all: [GrowthShape] = [
    GrowthShape(name: "synthetic lines", sizes: [250, 1000, 4000, 16000, 32000]) { SyntheticProgram.lines($0) },
    GrowthShape(name: "1+1+…", sizes: doubling(to: 100_000)) {
      "int x = " + Array(repeating: "1", count: $0).joined(separator: "+") + ";"
    },
    GrowthShape(name: "balanced parentheses", sizes: doubling(to: 100_000)) {
      "int x = " + String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) + ";"
    },
    GrowthShape(name: "nested classes", sizes: doubling(to: 10_000)) {
      (0..<$0).map { "class C\($0) { " }.joined() + String(repeating: "} ", count: $0)
    },
    GrowthShape(name: "identifiers on a line", sizes: doubling(to: 100_000)) {
      (0..<$0).map { "name\($0)" }.joined(separator: " ")
    },
    GrowthShape(name: "identifiers in a function", sizes: doubling(to: 100_000)) {
      "void f() { " + (0..<$0).map { "name\($0)" }.joined(separator: " ") + " }"
    },
    GrowthShape(name: "unclosed braces", sizes: doubling(to: 100_000)) { String(repeating: "void f() { ", count: $0) },
    GrowthShape(name: "doubling macros", sizes: [16, 32, 64, 128]) { count in
      "#define M0 1 +\n" + (1..<count).map { "#define M\($0) M\($0 - 1) M\($0 - 1)\n" }.joined()
        + (0..<1000).map { "int x\($0) = M\(count - 1) 1;\n" }.joined()
    },
    GrowthShape(name: "doubling macros in a condition", sizes: doubling(to: 4096)) { count in
      "#define M0 1\n" + (1..<64).map { "#define M\($0) (M\($0 - 1) + M\($0 - 1))\n" }.joined()
        + String(repeating: "#if M63\nint x;\n#endif\n", count: count)
    },
    GrowthShape(name: "macro calls in each other", sizes: doubling(to: 20_000)) {
      "#define F(x) x;\nvoid f() { " + String(repeating: "F(", count: $0) + String(repeating: ")", count: $0) + " }"
    },
    GrowthShape(name: "unclosed macro calls", sizes: doubling(to: 100_000)) {
      "#define F(x) x;\nvoid f() { " + String(repeating: "F(", count: $0)
    },
    GrowthShape(name: "conditions in each other", sizes: doubling(to: 20_000)) {
      String(repeating: "#if 1\nint x;\n", count: $0) + String(repeating: "#endif\n", count: $0)
    },
    GrowthShape(name: "definitions", sizes: doubling(to: 100_000)) { count in
      (0..<count).map { "#define N\($0) \($0)\n" }.joined()
    },
    GrowthShape(name: "conditions in a row", sizes: doubling(to: 20_000)) {
      String(repeating: "#if 0\nint x;\n#else\n#endif\n", count: $0)
    },
    GrowthShape(name: "definitions in a branch", sizes: doubling(to: 100_000)) { count in
      "#if 1\n" + (0..<count).map { "#define N\($0) \($0)\n" }.joined() + "#endif\n"
    },
    GrowthShape(name: "unclosed conditions", sizes: doubling(to: 20_000)) {
      String(repeating: "#if 1\nint f(\n", count: $0)
    },
    GrowthShape(name: "broken conditions", sizes: doubling(to: 20_000)) {
      "void f() {" + String(repeating: "#if 1\nif (a) {\n#else\nif (b) {\n#endif\nc(); }\n", count: $0) + "}"
    },
  ]
}

/// A program of ordinary classes and functions, as long as is asked for.
enum SyntheticProgram {
  static func lines(_ count: Int) -> String {
    var result = "#pragma strict_types\n"
    var line = 1
    var number = 0
    while line < count {
      result += member(number)
      number += 1
      line += 12
    }
    return result
  }

  private static func member(_ n: Int) -> String {
    """
    //! Adds what is in @[list] to the total of group \(n).
    protected int add_\(n)(array(int) list, string|void name)
    {
      int total = \(n);
      foreach (list; int i; int value) {
        if (value > i && name != "none") total += value * 2;
        else werror("%s: %d\\n", name || "?", value);
      }
      mapping(string:int) counts = ([ "first": 1, "second": total ]);
      return counts->first ? total : sizeof(list) - 1;
    }

    """
  }
}
