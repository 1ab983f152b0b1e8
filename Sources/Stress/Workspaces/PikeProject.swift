import JSONRPC
import Simulation

/// A project in Pike: a module with a class, a program that inherits it, a main program that uses both, sometimes a header and
/// a module in a folder that may become part of the workspace.
enum PikeProject {
  private struct Names {
    var module: String
    var base: String
    var program: String
    var field: String
    var method: String
    var other: String
    var function: String
    var limit: String
  }

  static func make(_ choices: inout Choices, scale: Int) -> SampleWorkspace {
    var names = SampleNames()
    let shared = Names(
      module: names.type(&choices), base: names.type(&choices), program: names.type(&choices),
      field: names.variable(&choices), method: names.function(&choices), other: names.function(&choices),
      function: names.function(&choices), limit: names.variable(&choices).uppercased() + "_LIMIT")
    var files: [SampleFile] = []
    let hasHeader = choices.chance("pike.header", percent: 40)
    if hasHeader { files.append(header(shared, &choices)) }
    files.append(module(shared, &names, &choices, scale, includesHeader: hasHeader))
    files.append(program(shared, &names, &choices, scale))
    let hasExtra = choices.chance("pike.extra", percent: 30)
    if hasExtra { files.append(extra(&names, &choices)) }
    files.append(main(shared, &names, &choices, scale))
    var workspace = SampleWorkspace(language: .pike, files: files)
    workspace.extraFolders = hasExtra ? ["extra"] : []
    workspace.settings = ["includePaths": ["include"], "defines": ["PORTS=3"]]
    workspace.resolvePlaces()
    return workspace
  }

  private static func builder(_ choices: inout Choices) -> SourceBuilder {
    SourceBuilder(carriageReturns: choices.chance("pike.crlf", percent: 20))
  }

  private static func header(_ names: Names, _ choices: inout Choices) -> SampleFile {
    var source = builder(&choices)
    source.add("// \(SampleProse.sentence(&choices))\n#ifndef PORTS\n#define PORTS 2\n#endif\n")
    source.add("#define «\(names.limit)» (PORTS * \(choices.draw("pike.number", in: 3...90)))\n")
    return source.file("include/limits.h", "pike")
  }

  private static func module(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int, includesHeader: Bool
  ) -> SampleFile {
    var source = builder(&choices)
    source.add("//! \(SampleProse.sentence(&choices))\n\n")
    if includesHeader {
      source.add("#include \"include/limits.h\"\n\n")
    } else {
      source.add("constant «\(names.limit)» = \(choices.draw("pike.number", in: 3...90));\n\n")
    }
    baseClass(names, &source, &choices)
    source.add(
      """
      //! \(SampleProse.sentence(&choices))
      //! @param items
      //!   What to look through.
      int «\(names.function)»(array(‹\(names.base)›) «items») {
        int «sum» = 0;
        foreach (‹items›, ‹\(names.base)› «item») {
          ‹›if (‹item›->‹\(names.field)› > ‹\(names.limit)›) continue;
          ‹sum› += ‹item›->‹\(names.method)›(\(choices.draw("pike.number", in: 1...9)));
        }
        ‹›return ‹sum›;
      }

      """)
    for _ in 0..<(choices.draw("pike.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("\(names.module).pmod", "pike")
  }

  private static func baseClass(_ names: Names, _ source: inout SourceBuilder, _ choices: inout Choices) {
    source.add(
      """
      //! \(SampleProse.sentence(&choices))
      class «\(names.base)» {
        int «\(names.field)» = \(choices.draw("pike.number", in: 1...60));
        string «label» = "\(SampleProse.word(&choices))";

        protected void create(int «start», string «name») {
          ‹\(names.field)› = ‹start›;
          ‹label› = ‹name›;
        }

        //! \(SampleProse.sentence(&choices))
        int «\(names.method)»(int «wanted») {
          ‹›if (‹wanted› > ‹\(names.field)›) return 0;
          return ‹\(names.field)› - ‹wanted›;
        }
      }


      """)
  }

  /// A function by itself, in which everything is of its own.
  private static func function(_ all: inout SampleNames, _ source: inout SourceBuilder, _ choices: inout Choices) {
    let name = all.function(&choices)
    let local = all.local(&choices)
    source.add(
      """

      //! \(SampleProse.sentence(&choices))
      int «\(name)»(int «first», int|void «second») {
        int «\(local)» = ‹first› * \(choices.draw("pike.number", in: 2...30));  // \(SampleProse.word(&choices))
        ‹›while (/* \(SampleProse.word(&choices)) */ ‹\(local)› > ‹second› && ‹\(local)› % 7 != 0)
          ‹\(local)›--;
        ‹›return ‹\(local)› + ‹first›;
      }

      """)
  }

  private static func program(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add(
      """
      //! \(SampleProse.sentence(&choices))

      inherit ‹\(names.module)›.‹\(names.base)›;

      private mapping(string:int) «notes» = ([ "\(SampleProse.word(&choices))": \(choices.draw("pike.number", in: 1...9)) ]);

      //! \(SampleProse.sentence(&choices))
      int «\(names.other)»(int «steps») {
        int «result» = ‹\(names.method)›(‹steps›);
        ‹›for (int «i» = 0; ‹i› < ‹steps›; ‹i›++) {
          ‹›‹result› += ‹i› * ‹\(names.field)›;
          ‹notes›[sprintf("%s-%d", ‹label›, ‹i›)] = ‹result›;
        }
        ‹›return ‹result› + sizeof(‹notes›);
      }

      """)
    for _ in 0..<(choices.draw("pike.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("\(names.program).pike", "pike")
  }

  private static func extra(_ all: inout SampleNames, _ choices: inout Choices) -> SampleFile {
    var source = builder(&choices)
    source.add("//! \(SampleProse.sentence(&choices))\n")
    function(&all, &source, &choices)
    return source.file("extra/\(all.type(&choices)).pmod", "pike")
  }

  private static func main(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    let imports = choices.chance("pike.import", percent: 50)
    if imports { source.add("import ‹\(names.module)›;\n\n") }
    let prefix = imports ? "" : "‹\(names.module)›."
    for _ in 0..<(choices.draw("pike.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    source.add(
      """

      // \(SampleProse.sentence(&choices))
      int «main»(int «argc», array(string) «argv») {
        ‹\(names.program)› «first» = ‹\(names.program)›(\(choices.draw("pike.number", in: 2...50)), "\(SampleProse.word(&choices))");
        \(prefix)‹\(names.base)› «second» = \(prefix)‹\(names.base)›(‹argc›, "\(SampleProse.word(&choices))");
        ‹›int «total» = \(prefix)‹\(names.function)›(({ ‹first›, ‹second› }));
        ‹total› += ‹first›->‹\(names.other)›(3) + ‹second›->‹\(names.method)›(‹total›);
        ‹›if (‹total› > ‹first›->‹\(names.field)›) {
          ‹›write("\(SampleProse.word(&choices)) %s %d %O\\n", ‹second›->‹label›, ‹total›, ‹argv›);
        }
        ‹›return 0;
      }

      """)
    return source.file("main.pike", "pike")
  }
}
