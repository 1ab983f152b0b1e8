import Simulation

/// A project in C: a header with a structure, what it declares, and a program that uses it.
enum CProject {
  private struct Names {
    var module: String
    var structure: String
    var field: String
    var limit: String
    var make: String
    var measure: String
  }

  static func make(_ choices: inout Choices, scale: Int) -> SampleWorkspace {
    var all = SampleNames()
    let names = Names(
      module: all.variable(&choices), structure: all.type(&choices), field: all.variable(&choices),
      limit: all.variable(&choices).uppercased() + "_LIMIT", make: all.function(&choices),
      measure: all.function(&choices))
    let flags = SampleFile(
      path: "compile_flags.txt", languageID: "plaintext", text: Array("-std=c11\n-Wall\n".utf8), isSource: false)
    var workspace = SampleWorkspace(
      language: .c,
      files: [
        flags, header(names, &choices), module(names, &all, &choices, scale), main(names, &all, &choices, scale),
      ])
    workspace.resolvePlaces()
    return workspace
  }

  private static func header(_ names: Names, _ choices: inout Choices) -> SampleFile {
    var source = SourceBuilder(carriageReturns: choices.chance("c.crlf", percent: 20))
    let guardName = names.module.uppercased() + "_H"
    source.add(
      """
      #ifndef \(guardName)
      #define \(guardName)

      /* \(SampleProse.sentence(&choices)) */
      #define «\(names.limit)» \(choices.draw("c.number", in: 20...90))

      struct «\(names.structure)» {
        int «\(names.field)»;
        const char *«label»; /* \(SampleProse.word(&choices)) */
      };

      struct ‹\(names.structure)› «\(names.make)»(int «start», const char *«label_in»);
      int «\(names.measure)»(const struct ‹\(names.structure)› *«subject», int «wanted»);

      #endif

      """)
    return source.file("\(names.module).h", "c")
  }

  private static func module(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = SourceBuilder(carriageReturns: choices.chance("c.crlf", percent: 20))
    source.add(
      """
      #include "\(names.module).h"

      /* \(SampleProse.sentence(&choices)) */
      struct ‹\(names.structure)› «\(names.make)»(int «start», const char *«label_in») {
        struct ‹\(names.structure)› «made»;
        ‹›‹made›.‹\(names.field)› = ‹start› * \(choices.draw("c.number", in: 2...9));
        ‹made›.‹label› = ‹label_in›;
        ‹›return ‹made›;
      }

      int «\(names.measure)»(const struct ‹\(names.structure)› *«subject», int «wanted») {
        ‹›if (‹wanted› > ‹\(names.limit)› || ‹wanted› > ‹subject›->‹\(names.field)›) {
          return 0;
        }
        ‹›return ‹subject›->‹\(names.field)› - ‹wanted›;
      }

      """)
    for _ in 0..<(choices.draw("c.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("\(names.module).c", "c")
  }

  /// A function by itself, in which everything is of its own.
  private static func function(_ all: inout SampleNames, _ source: inout SourceBuilder, _ choices: inout Choices) {
    let name = all.function(&choices)
    let local = all.local(&choices)
    source.add(
      """

      /* \(SampleProse.sentence(&choices)) */
      int «\(name)»(int «first», int «second») {
        int «\(local)» = ‹first› * \(choices.draw("c.number", in: 2...30));
        ‹›while (‹\(local)› > ‹second› && ‹\(local)› % 7 != 0) {
          ‹›‹\(local)› -= 1;
        }
        ‹›return ‹\(local)› + ‹first›;
      }

      """)
  }

  private static func main(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = SourceBuilder(carriageReturns: choices.chance("c.crlf", percent: 20))
    source.add("#include \"\(names.module).h\"\n")
    for _ in 0..<(choices.draw("c.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    source.add(
      """

      /* \(SampleProse.sentence(&choices)) */
      int «main»(int «argc», char **«argv») {
        struct ‹\(names.structure)› «first» = ‹\(names.make)›(‹argc›, ‹argv›[0]);
        struct ‹\(names.structure)› «second» = ‹\(names.make)›(\(choices.draw("c.number", in: 2...9)), "\(SampleProse.word(&choices))");
        ‹›int «total» = 0;
        for (int «i» = 0; ‹i› < ‹\(names.limit)›; ‹i›++) {
          ‹›‹total› += ‹\(names.measure)›(&‹first›, ‹i›) + ‹\(names.measure)›(&‹second›, ‹total›);
        }
        ‹›return ‹total› > ‹second›.‹\(names.field)›;
      }

      """)
    return source.file("main.c", "c")
  }
}
