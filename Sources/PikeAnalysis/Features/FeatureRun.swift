package import IncrementalQueries

/// The way from a question to its answer, in steps that are short enough to let others run in between.
///
/// A step that is interrupted has done nothing: it may be called again, when the missing input is there or never. All steps of a
/// run must get the same snapshot.
package struct FeatureRun: Sendable {
  package let query: FeatureQuery
  private var stage: Stage = .start

  private enum Stage: Sendable {
    case start
    case references(ReferencesSearch)
    case rename(RenameSearch)
    case workspaceDiagnostics(WorkspaceDiagnosticsSearch)
    case workspaceSymbols(WorkspaceSymbolsSearch)
    case libraryIndex(LibraryIndexing)
  }

  package init(_ query: FeatureQuery) { self.query = query }

  /// - Returns: nil when it is not finished.
  package mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    switch stage {
    case .start: return try start(in: context)
    case .references(var search):
      defer { stage = .references(search) }
      return try search.step(in: context)
    case .rename(var search):
      defer { stage = .rename(search) }
      return try search.step(in: context)
    case .workspaceDiagnostics(var search):
      defer { stage = .workspaceDiagnostics(search) }
      return try search.step(in: context)
    case .workspaceSymbols(var search):
      defer { stage = .workspaceSymbols(search) }
      return try search.step(in: context)
    case .libraryIndex(var indexing):
      defer { stage = .libraryIndex(indexing) }
      return try indexing.step(in: context)
    }
  }

  /// Of a question that one step answers, the answer; of another one, nil.
  private mutating func start(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    let encoding = query.encoding
    switch query.request {
    case .references(let file, let position, let includesDeclaration):
      stage = .references(ReferencesSearch(file, position, includesDeclaration: includesDeclaration, encoding))
    case .rename(let file, let position, let newName):
      stage = .rename(RenameSearch(file, position, newName: newName, encoding))
    case .workspaceDiagnostics: stage = .workspaceDiagnostics(WorkspaceDiagnosticsSearch(encoding))
    case .workspaceSymbols(let text, let limit):
      stage = .workspaceSymbols(WorkspaceSymbolsSearch(text, limit: limit, encoding))
    case .libraryIndex: stage = .libraryIndex(LibraryIndexing())
    default: return try answer(in: context)
    }
    return nil
  }

  private func answer(in context: QueryContext) throws(QueryInterruption) -> FeatureResult {
    let encoding = query.encoding
    switch query.request {
    case .diagnostics(let file): return try DiagnosticsFeature.run(file, encoding, in: context)
    case .completion(let file, let position): return try CompletionFeature.run(file, position, encoding, in: context)
    case .resolveCompletion(let origin): return try ResolveCompletionFeature.run(origin, in: context)
    case .hover(let file, let position): return try HoverFeature.run(file, position, encoding, in: context)
    case .signatureHelp(let file, let position):
      return try SignatureHelpFeature.run(file, position, encoding, in: context)
    case .definition(let file, let position): return try DefinitionFeature.run(file, position, encoding, in: context)
    case .documentHighlight(let file, let position):
      return try DocumentHighlightFeature.run(file, position, encoding, in: context)
    case .documentSymbols(let file): return try DocumentSymbolsFeature.run(file, encoding, in: context)
    case .foldingRanges(let file): return try FoldingRangesFeature.run(file, encoding, in: context)
    case .semanticTokens(let file, let range):
      return try SemanticTokensFeature.run(file, range, encoding, in: context)
    case .prepareRename(let file, let position):
      return try PrepareRenameFeature.run(file, position, encoding, in: context)
    case .references, .rename, .workspaceDiagnostics, .workspaceSymbols, .libraryIndex:
      preconditionFailure("a question that takes several steps")
    }
  }
}
