package import IncrementalQueries
package import PikeSyntax

/// The file that each `#include` of a file means, by what stands behind it.
package enum IncludesQuery: Query {
  package static let name = "includes"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: [String: FileID]?
  ) throws(QueryInterruption) -> [String: FileID] {
    var result: [String: FileID] = [:]
    for name in try context.get(PreprocessorNamesQuery.self, key).includes {
      let inner = String(name.dropFirst().dropLast())
      let directories =
        name.hasPrefix("\"") ? [key.directory] : try context.input(ProjectInput.self, .whole).includePaths
      for directory in directories {
        let path = FilePath.normalized(inner.hasPrefix("/") ? inner : directory + "/" + inner)
        if try FilePath.exists(path, in: context) {
          result[name] = FileID(path)
          break
        }
      }
    }
    return result
  }
}

/// The macros in force at a file's end, which a file that includes it sees.
package enum MacrosQuery: Query {
  package static let name = "macros"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: [MacroDefinition]?
  ) throws(QueryInterruption) -> [MacroDefinition] {
    try context.tree(of: key)?.macros ?? []
  }

  package static func isSame(_ old: [MacroDefinition], _ new: [MacroDefinition]) -> Bool {
    old.count == new.count && zip(old, new).allSatisfy { $0 === $1 }
  }
}

/// What the parser must know of a file's surroundings. The same object as long as that is the same.
package enum EnvironmentQuery: Query {
  package static let name = "environment"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: PreprocessorEnvironment?
  ) throws(QueryInterruption) -> PreprocessorEnvironment {
    let names = try context.get(PreprocessorNamesQuery.self, key)
    let defines = try context.input(ProjectInput.self, .whole).defines
    if names == PreprocessorNames(), defines.isEmpty { return .standard }
    var macros: [String: [MacroDefinition]] = [:]
    for (name, file) in try context.get(IncludesQuery.self, key).sorted(by: { $0.key < $1.key }) {
      // Files that include each other see none of each other's macros; so no query ever asks for itself. Nor are rows of files
      // followed that are so long that the queries would be nested too deeply.
      let inclusions = try Inclusions(of: file, context)
      if !inclusions.files.contains(key), inclusions.areShallow {
        macros[name] = try context.get(MacrosQuery.self, file)
      }
    }
    var constants: [String: Bool] = [:]
    for name in names.constants {
      var test = ConstantTest(context)
      constants[name] = try test.holds(name, in: key)
    }
    return PreprocessorEnvironment(
      macros: MacroDefinition.predefined + defines.flatMap(Self.macros), includes: macros, constants: constants)
  }

  package static func isSame(_ old: PreprocessorEnvironment, _ new: PreprocessorEnvironment) -> Bool { old === new }

  private static func macros(_ define: String) -> [MacroDefinition] {
    let parts = define.split(separator: "=", maxSplits: 1)
    return MacroDefinition.parse("#define \(parts.first ?? "") \(parts.count > 1 ? parts[1] : "1")\n")
  }
}
