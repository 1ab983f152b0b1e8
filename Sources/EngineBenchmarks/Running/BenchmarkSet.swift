/// All paths, in the order of reports.
package enum BenchmarkSet {
  private static let descriptions =
    [Startup.description, FirstDiagnostic.description, ClosedFile.description, WarmValidation.description]
    + Lookup.descriptions + [WorkspaceSymbols.description]

  package static var names: [String] { descriptions.map(\.name) }

  /// The part of the corpus that a path works on, whether it changes files there, and how little warming up it needs; nil when there is no such path.
  package static func needs(of path: String) -> (part: String, writes: Bool, warmupDivisor: Int)? {
    descriptions.first { $0.name == path }.map { ($0.corpus.name, $0.writes, $0.warmupDivisor) }
  }

  /// Brings the path with this name to life. `corpus` is the folder that holds the corpus' parts by their names, where a path that says so writes;
  /// `program` is the program that is `reprise`.
  package static func start(_ name: String, corpus: String, program: String) async throws -> PathRun {
    guard let description = descriptions.first(where: { $0.name == name }) else {
      throw BenchmarkFailure("there is no path \"\(name)\"; the paths are \(names.joined(separator: ", "))")
    }
    let place = BenchmarkPlace(root: corpus + "/" + description.corpus.name, program: program)
    return PathRun(try await description.start(place))
  }
}
