import Simulation

/// A project in Python: a module with a class, one that inherits it, and a program that uses both.
enum PythonProject {
  private struct Names {
    var module: String
    var base: String
    var other: String
    var derived: String
    var field: String
    var limit: String
    var method: String
    var second: String
    var function: String
  }

  static func make(_ choices: inout Choices, scale: Int) -> SampleWorkspace {
    var all = SampleNames()
    let base = all.type(&choices)
    let derived = all.type(&choices)
    let names = Names(
      module: base.lowercased() + "s", base: base, other: derived.lowercased() + "s", derived: derived,
      field: all.variable(&choices), limit: all.variable(&choices).uppercased() + "_LIMIT",
      method: all.function(&choices), second: all.function(&choices), function: all.function(&choices))
    let project = "[project]\nname = \"sample\"\nversion = \"0.1.0\"\nrequires-python = \">=3.10\"\n"
    let settings = SampleFile(path: "pyproject.toml", languageID: "toml", text: Array(project.utf8), isSource: false)
    var workspace = SampleWorkspace(
      language: .python,
      files: [
        settings, module(names, &all, &choices, scale), other(names, &all, &choices, scale),
        main(names, &all, &choices, scale),
      ])
    workspace.resolvePlaces()
    return workspace
  }

  private static func builder(_ choices: inout Choices) -> SourceBuilder {
    SourceBuilder(carriageReturns: choices.chance("python.crlf", percent: 20))
  }

  private static func module(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add(
      """
      \"\"\"\(SampleProse.sentence(&choices))\"\"\"

      «\(names.limit)» = \(choices.draw("python.number", in: 20...90))


      class «\(names.base)»:
          \"\"\"\(SampleProse.sentence(&choices))\"\"\"

          def «__init__»(self, «start»: int, «label»: str = "\(SampleProse.word(&choices))") -> None:
              ‹›self.«\(names.field)» = ‹start›
              self.«label» = ‹label›

          def «\(names.method)»(self, «wanted»: int) -> int:
              # \(SampleProse.sentence(&choices))
              ‹›if ‹wanted› > self.‹\(names.field)›:
                  return 0
              ‹›return self.‹\(names.field)› - ‹wanted›


      def «\(names.function)»(«items»: list[‹\(names.base)›]) -> int:
          «total» = 0
          for «item» in ‹items›:
              ‹›if ‹item›.‹\(names.field)› > ‹\(names.limit)›:
                  continue
              ‹›‹total› += ‹item›.‹\(names.method)›(\(choices.draw("python.number", in: 1...9)))
          ‹›return ‹total›

      """)
    for _ in 0..<(choices.draw("python.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("\(names.module).py", "python")
  }

  /// A function by itself, in which everything is of its own.
  private static func function(_ all: inout SampleNames, _ source: inout SourceBuilder, _ choices: inout Choices) {
    let name = all.function(&choices)
    let local = all.local(&choices)
    source.add(
      """


      def «\(name)»(«first»: int, «second»: int = 3) -> int:
          \"\"\"\(SampleProse.sentence(&choices))\"\"\"
          «\(local)» = ‹first› * \(choices.draw("python.number", in: 2...30))
          ‹›while ‹\(local)› > ‹second› and ‹\(local)› % 7 != 0:
              ‹›‹\(local)› -= 1
          ‹›return ‹\(local)› + ‹first›

      """)
  }

  private static func other(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add(
      """
      from ‹\(names.module)› import ‹\(names.base)›


      class «\(names.derived)»(‹\(names.base)›):
          \"\"\"\(SampleProse.sentence(&choices))\"\"\"

          def «\(names.second)»(self, «steps»: int) -> str:
              «result» = self.‹\(names.method)›(‹steps›)
              ‹›for «step» in range(‹steps›):
                  ‹›‹result› += ‹step› * self.‹\(names.field)›
              ‹›return f"{self.‹label›}: {‹result›}"

      """)
    for _ in 0..<(choices.draw("python.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("\(names.other).py", "python")
  }

  private static func main(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add("import ‹\(names.module)›\nfrom ‹\(names.other)› import ‹\(names.derived)›\n")
    for _ in 0..<(choices.draw("python.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    source.add(
      """


      def «main»(«argument»: str) -> None:
          «first» = ‹\(names.derived)›(\(choices.draw("python.number", in: 2...50)), "\(SampleProse.word(&choices))")
          «second» = ‹\(names.module)›.‹\(names.base)›(len(‹argument›))
          ‹›«total» = ‹\(names.module)›.‹\(names.function)›([‹first›, ‹second›])
          ‹›if ‹total› > ‹second›.‹\(names.field)›:
              ‹›print(‹first›.‹\(names.second)›(3), ‹total›)


      if __name__ == "__main__":
          ‹main›("\(SampleProse.word(&choices))")

      """)
    return source.file("main.py", "python")
  }
}
