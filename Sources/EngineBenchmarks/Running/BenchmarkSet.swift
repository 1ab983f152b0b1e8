/// All paths, in the order of reports.
package enum BenchmarkSet {
  private static let descriptions =
    [Startup.description, FirstDiagnostic.description, ClosedFile.description, WarmValidation.description]
    + Lookup.descriptions + [WorkspaceSymbols.description]

  package static var names: [String] { descriptions.map(\.name) }

  package static func corpusName(of path: String) -> String? {
    descriptions.first { $0.name == path }?.corpus.name
  }

  /// Brings the path with this name to life. `corpus` is the folder that holds the corpus' parts by their names, where the path may write;
  /// `program` is the program that is `reprise`.
  package static func start(_ name: String, corpus: String, program: String) async throws -> PathRun {
    guard let description = descriptions.first(where: { $0.name == name }) else {
      throw BenchmarkFailure("there is no path \"\(name)\"; the paths are \(names.joined(separator: ", "))")
    }
    let place = BenchmarkPlace(root: corpus + "/" + description.corpus.name, program: program)
    return PathRun(try await description.start(place))
  }
}
