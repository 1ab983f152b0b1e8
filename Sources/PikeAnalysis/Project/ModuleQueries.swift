package import IncrementalQueries

/// A name of a module as files of a version of Pike see it.
package struct ModuleName: Hashable, Sendable {
  package var name: String
  /// `7.8`; nil for the present one.
  package var version: String?
}

/// What a name stands for in the module path; nil if nothing.
package enum ModuleQuery: Query {
  package static let name = "module"

  package static func execute(
    _ key: ModuleName, in context: QueryContext, previous: Module??
  ) throws(QueryInterruption) -> Module? {
    let paths = try context.input(ProjectInput.self, .whole).modulePaths
    let old = versions(key.version).flatMap { version in
      paths.filter { $0.hasSuffix("/modules") }.map { "\($0.dropLast(8))/\(version)/modules" }
    }
    return try ModuleFinder.find(key.name, in: old + paths, name: key.name, context)
  }

  /// Where files of a version look first.
  private static func versions(_ version: String?) -> [String] {
    guard let version else { return [] }
    return version == "7.8" ? ["7.8"] : ["7.6", "7.8"]
  }
}

enum ModuleFinder {
  /// What a name stands for in some directories: all of them together.
  static func find(
    _ part: String, in directories: [String], name: String, _ context: QueryContext
  ) throws(QueryInterruption) -> Module? {
    var module = Module(name: name, files: [], directories: [], builtin: nil, isOpen: false)
    for directory in directories {
      guard let listing = try FilePath.listing(directory, in: context) else { continue }
      if listing.files.contains(part + ".pmod") { module.files.append(FileID("\(directory)/\(part).pmod")) }
      if listing.directories.contains(part + ".pmod") {
        let inner = "\(directory)/\(part).pmod"
        module.directories.append(inner)
        if try FilePath.listing(inner, in: context)?.files.contains("module.pmod") ?? false {
          module.files.append(FileID(inner + "/module.pmod"))
        }
      }
      if listing.files.contains(part + ".so") {
        module.builtin = BuiltinTable.canonicalPath(name)
        module.isOpen = module.isOpen || module.builtin == nil
      }
      if listing.files.contains(part + ".pike") { module.files.append(FileID("\(directory)/\(part).pike")) }
    }
    if let builtin = module.builtin ?? BuiltinTable.canonicalPath(name), module.files.isEmpty {
      module.builtin = builtin
      module.isOpen = module.isOpen || BuiltinTable.isOpen(builtin)
    }
    let isNothing = module.files.isEmpty && module.directories.isEmpty && module.builtin == nil && !module.isOpen
    return isNothing ? nil : module
  }

  /// A module as a file sees it.
  static func named(_ name: String, for file: FileID, _ context: QueryContext) throws(QueryInterruption) -> Module? {
    let version = try context.get(PreprocessorNamesQuery.self, file).version
    return try context.get(ModuleQuery.self, ModuleName(name: name, version: version))
  }

  /// The module whose directory a file stands in, as `.name` sees it.
  static func around(_ file: FileID, _ context: QueryContext) throws(QueryInterruption) -> Module {
    let directory = file.directory
    var module = Module(name: "", files: [], directories: [directory], builtin: nil, isOpen: false)
    if try FilePath.exists(directory + "/module.pmod", in: context) {
      module.files.append(FileID(directory + "/module.pmod"))
    }
    if directory.hasSuffix(".pmod") { module.name = try moduleName(ofDirectory: directory, context) }
    return module
  }

  private static func moduleName(ofDirectory directory: String, _ context: QueryContext) throws(QueryInterruption)
    -> String
  {
    for root in try context.input(ProjectInput.self, .whole).modulePaths where directory.hasPrefix(root + "/") {
      let parts = directory.dropFirst(root.count + 1).split(separator: "/")
      return parts.map { $0.hasSuffix(".pmod") ? $0.dropLast(5) : $0[...] }.joined(separator: ".")
    }
    return ""
  }
}
