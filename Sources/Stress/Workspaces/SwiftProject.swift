import Simulation

/// A package in Swift: a protocol and a structure, a type that conforms, and a program that uses both.
enum SwiftProject {
  private struct Names {
    var base: String
    var derived: String
    var contract: String
    var field: String
    var method: String
    var second: String
    var function: String
  }

  static func make(_ choices: inout Choices, scale: Int) -> SampleWorkspace {
    var all = SampleNames()
    let names = Names(
      base: all.type(&choices), derived: all.type(&choices), contract: all.type(&choices) + "Like",
      field: all.variable(&choices), method: camel(all.function(&choices)), second: camel(all.function(&choices)),
      function: camel(all.function(&choices)))
    let manifest = """
      // swift-tools-version: 5.9
      import PackageDescription

      let package = Package(name: "Sample", targets: [.executableTarget(name: "Sample")])

      """
    let package = SampleFile(path: "Package.swift", languageID: "swift", text: Array(manifest.utf8), isSource: false)
    var workspace = SampleWorkspace(
      language: .swift,
      files: [
        package, base(names, &all, &choices, scale), derived(names, &all, &choices, scale),
        main(names, &all, &choices, scale),
      ])
    workspace.resolvePlaces()
    return workspace
  }

  /// `measure_cargo` as `measureCargo`.
  private static func camel(_ name: String) -> String {
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }

  private static func builder(_ choices: inout Choices) -> SourceBuilder {
    SourceBuilder(carriageReturns: choices.chance("swift.crlf", percent: 20))
  }

  private static func base(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add(
      """
      /// \(SampleProse.sentence(&choices))
      protocol «\(names.contract)» {
        var «\(names.field)»: Int { get }
        func «\(names.method)»(_ wanted: Int) -> Int
      }

      /// \(SampleProse.sentence(&choices))
      struct «\(names.base)»: ‹\(names.contract)› {
        var «\(names.field)»: Int
        var «label» = "\(SampleProse.word(&choices))"

        func «\(names.method)»(_ «wanted»: Int) -> Int {
          ‹›if ‹wanted› > ‹\(names.field)› { return 0 }
          return ‹\(names.field)› - ‹wanted›
        }
      }

      func «\(names.function)»(_ «items»: [any ‹\(names.contract)›]) -> Int {
        var «total» = 0
        for «item» in ‹items› where ‹item›.‹\(names.field)› < \(choices.draw("swift.number", in: 20...90)) {
          ‹›‹total› += ‹item›.‹\(names.method)›(\(choices.draw("swift.number", in: 1...9)))
        }
        ‹›return ‹total›
      }

      """)
    for _ in 0..<(choices.draw("swift.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("Sources/Sample/\(names.base).swift", "swift")
  }

  /// A function by itself, in which everything is of its own.
  private static func function(_ all: inout SampleNames, _ source: inout SourceBuilder, _ choices: inout Choices) {
    let name = camel(all.function(&choices))
    let local = camel(all.local(&choices))
    source.add(
      """

      /// \(SampleProse.sentence(&choices))
      func «\(name)»(_ «first»: Int, _ «second»: Int = 3) -> Int {
        var «\(local)» = ‹first› * \(choices.draw("swift.number", in: 2...30))
        ‹›while ‹\(local)› > ‹second› && ‹\(local)› % 7 != 0 {
          ‹›‹\(local)› -= 1
        }
        ‹›return ‹\(local)› + ‹first›
      }

      """)
  }

  private static func derived(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    source.add(
      """
      /// \(SampleProse.sentence(&choices))
      final class «\(names.derived)»: ‹\(names.contract)› {
        let «\(names.field)»: Int
        private let «inner»: ‹\(names.base)›

        init(«start»: Int) {
          ‹\(names.field)› = ‹start›
          ‹inner› = ‹\(names.base)›(\(names.field): ‹start› * \(choices.draw("swift.number", in: 2...9)))
        }

        func «\(names.method)»(_ «wanted»: Int) -> Int { ‹inner›.‹\(names.method)›(‹wanted›) }

        func «\(names.second)»(steps: Int) -> String {
          var «result» = ‹\(names.method)›(steps)
          ‹›for «step» in 0..<steps {
            ‹›‹result› += ‹step› * ‹\(names.field)›
          }
          ‹›return "\\(‹inner›.‹label›): \\(‹result›)"
        }
      }

      """)
    for _ in 0..<(choices.draw("swift.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    return source.file("Sources/Sample/\(names.derived).swift", "swift")
  }

  private static func main(
    _ names: Names, _ all: inout SampleNames, _ choices: inout Choices, _ scale: Int
  ) -> SampleFile {
    var source = builder(&choices)
    for _ in 0..<(choices.draw("swift.functions", in: 0...1) + 2 * (scale - 1)) { function(&all, &source, &choices) }
    source.add(
      """

      // \(SampleProse.sentence(&choices))
      func «run»(_ «argument»: String) {
        let «first» = ‹\(names.derived)›(start: \(choices.draw("swift.number", in: 2...50)))
        let «second» = ‹\(names.base)›(\(names.field): ‹argument›.count)
        ‹›let «total» = ‹\(names.function)›([‹first›, ‹second›])
        ‹›if ‹total› > ‹second›.‹\(names.field)› {
          ‹›print(‹first›.‹\(names.second)›(steps: 3), ‹total›)
        }
      }

      ‹run›("\(SampleProse.word(&choices))")

      """)
    return source.file("Sources/Sample/main.swift", "swift")
  }
}
