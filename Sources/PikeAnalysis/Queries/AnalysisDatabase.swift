package import IncrementalQueries

extension Database {
  /// A database with all inputs and queries of the analysis.
  package static func analysis(
    observer: (@Sendable (QueryEvent) -> Void)? = nil, sabotage: (any QuerySabotage)? = nil
  ) -> Database {
    let database = Database(
      inputs: [SourceInput.self, DirectoryInput.self, ProjectInput.self, WorkspaceFilesInput.self],
      queries: [
        QueryKind(PreprocessorNamesQuery.self), QueryKind(ModuleSketchQuery.self), QueryKind(WordQuery.self),
        QueryKind(IncludesQuery.self), QueryKind(MacrosQuery.self), QueryKind(EnvironmentQuery.self),
        QueryKind(ParsedFileQuery.self), QueryKind(FileItemsQuery.self), QueryKind(ItemTreeQuery.self),
        QueryKind(ItemQuery.self), QueryKind(ModuleQuery.self), QueryKind(ClassLayoutQuery.self),
        QueryKind(InheritsQuery.self), QueryKind(ClassChainQuery.self), QueryKind(DuplicateItemsQuery.self),
        QueryKind(FileSymbolsQuery.self), QueryKind(BodyQuery.self), QueryKind(BodyResolutionQuery.self),
      ],
      observer: observer, sabotage: sabotage)
    database.write { batch in
      batch.set(ProjectInput.self, .whole, ProjectModel(), durability: .high)
      batch.set(WorkspaceFilesInput.self, .whole, [], durability: .medium)
    }
    return database
  }
}
