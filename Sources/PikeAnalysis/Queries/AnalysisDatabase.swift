package import IncrementalQueries

extension Database {
  /// A database with all inputs and queries of the analysis.
  package static func analysis(
    observer: (@Sendable (QueryEvent) -> Void)? = nil, sabotage: (any QuerySabotage)? = nil
  ) -> Database {
    let database = Database(
      inputs: [SourceInput.self, DirectoryInput.self, ProjectInput.self, WorkspaceFilesInput.self],
      queries: [
        PreprocessorNamesQuery.self, ModuleSketchQuery.self, WordQuery.self, IncludesQuery.self, MacrosQuery.self,
        EnvironmentQuery.self, ParsedFileQuery.self,
        FileItemsQuery.self, ItemTreeQuery.self, ItemQuery.self, ModuleQuery.self, ClassLayoutQuery.self,
        InheritsQuery.self, ClassChainQuery.self, DuplicateItemsQuery.self, FileSymbolsQuery.self,
        BodyQuery.self,
        BodyResolutionQuery.self,
      ],
      observer: observer, sabotage: sabotage)
    database.write { batch in
      batch.set(ProjectInput.self, .whole, ProjectModel(), durability: .high)
      batch.set(WorkspaceFilesInput.self, .whole, [], durability: .medium)
    }
    return database
  }
}
