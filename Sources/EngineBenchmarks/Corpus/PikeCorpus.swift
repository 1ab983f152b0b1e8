/// A Pike workspace that is the same for the same seed: modules that use each other and a library of its own, so that what is measured
/// does not depend on what is installed.
///
/// A change of what comes out is a change of the corpus; it needs a reason and a double measurement (docs/performance-gate.md).
package struct PikeCorpus: Sendable, Equatable {
  /// By which the manifest knows this generator.
  package static let generator = "pike-workspace"

  package var name: String
  package var seed: UInt64
  /// Modules of the workspace.
  package var modules: Int
  /// Functions in each of them.
  package var functions: Int
  /// Modules of the library in each of its packages.
  package var libraryModules: Int

  package static let small = PikeCorpus(name: "small", seed: 11, modules: 12, functions: 6, libraryModules: 4)
  package static let medium = PikeCorpus(name: "medium", seed: 12, modules: 120, functions: 12, libraryModules: 12)
  /// Ten thousand symbols.
  package static let large = PikeCorpus(name: "large", seed: 13, modules: 500, functions: 18, libraryModules: 24)

  package static let all = [small, medium, large]

  package func files() -> [CorpusFile] {
    var files = LibraryWriter(seed: seed, modules: libraryModules).files()
    let writer = ModuleWriter(corpus: self)
    files += (0..<modules).map { CorpusFile(path: Self.modulePath($0), text: writer.module($0)) }
    files.append(CorpusFile(path: Self.programPath, text: writer.program()))
    return files
  }

  package static let workspace = "workspace"
  package static let library = "library"
  /// What is edited: a program of about a thousand lines.
  package static let programPath = "workspace/program.pike"

  package static func moduleName(_ number: Int) -> String { "Module\(number)" }
  package static func modulePath(_ number: Int) -> String { "workspace/\(moduleName(number)).pmod" }
}
