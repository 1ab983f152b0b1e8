import IncrementalQueries

extension CompletionCandidates {
  /// What the directories hold that a path may go on with: directories, and files that are suitable.
  mutating func addPaths(
    in directories: [String], _ context: QueryContext, where isSuitable: (String) -> Bool
  ) throws(QueryInterruption) {
    for directory in directories {
      guard let listing = try context.input(DirectoryInput.self, directory) else { continue }
      for name in listing.directories where !name.hasPrefix(".") {
        add(name + "/", .outer, .module(.module, path: "\(directory)/\(name)"))
      }
      for name in listing.files where isSuitable(name) {
        add(name, .member, .module(.class, path: "\(directory)/\(name)"))
      }
    }
  }

  /// The modules and classes that are files or directories of a directory.
  mutating func addModules(
    in directory: String, _ rank: CompletionCandidate.Rank, _ context: QueryContext
  ) throws(QueryInterruption) {
    guard let listing = try context.input(DirectoryInput.self, directory) else { return }
    for name in listing.directories where accepts(name) {
      guard let module = Self.moduleName(name, ".pmod") else { continue }
      add(module, rank, .module(.module, path: "\(directory)/\(name)"))
    }
    let files = listing.files.filter(accepts)
    for name in files {
      if let module = Self.moduleName(name, ".pmod"), module != "module" {
        add(module, rank, .module(.module, path: "\(directory)/\(name)"))
      }
    }
    for name in files {
      if let module = Self.moduleName(name, ".pike") {
        add(module, rank, .module(.class, path: "\(directory)/\(name)"))
      } else if let module = Self.moduleName(name, ".so") {
        add(module, rank, .module(.module, path: "\(directory)/\(name)"))
      }
    }
  }

  /// Nil of what is no name in Pike, too: nobody can write it.
  private static func moduleName(_ file: String, _ suffix: String) -> String? {
    // By bytes: by characters it would take most of the time of a completion.
    guard file.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else { return nil }
    let name = file[..<file.utf8.index(file.utf8.endIndex, offsetBy: -suffix.utf8.count)]
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
    return name.utf8.allSatisfy(\.isNamePart) ? String(name) : nil
  }
}
