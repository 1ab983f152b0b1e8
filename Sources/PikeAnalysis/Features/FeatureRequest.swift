package import PikeSyntax

/// What an editor asks about. Positions are in the encoding of ``FeatureQuery/encoding``.
package enum FeatureRequest: Hashable, Sendable {
  case diagnostics(FileID)
  case completion(FileID, TextPosition)
  /// Needs nothing but what the item carries.
  case resolveCompletion(CompletionItem.Origin)
  case hover(FileID, TextPosition)
  case signatureHelp(FileID, TextPosition)
  case definition(FileID, TextPosition)
  case references(FileID, TextPosition, includesDeclaration: Bool)
  case documentHighlight(FileID, TextPosition)
  case documentSymbols(FileID)
  case workspaceSymbols(query: String, limit: Int)
  case foldingRanges(FileID)
  case semanticTokens(FileID, Range<TextPosition>?)
  case prepareRename(FileID, TextPosition)
  case rename(FileID, TextPosition, newName: String)
  /// Of all files of the workspace.
  case workspaceDiagnostics
  /// Makes the item trees of the installed library. The result is how many files that were.
  case libraryIndex
}

package struct FeatureQuery: Hashable, Sendable {
  package var request: FeatureRequest
  package var encoding: PositionEncoding

  package init(_ request: FeatureRequest, encoding: PositionEncoding) {
    self.request = request
    self.encoding = encoding
  }
}

package enum FeatureResult: Hashable, Sendable {
  case diagnostics([Diagnostic])
  case completion(CompletionList)
  case resolvedCompletion(CompletionDetails)
  case hover(Hover?)
  case signatureHelp(SignatureHelp?)
  case locations([Location])
  case highlights([DocumentHighlight])
  case documentSymbols([DocumentSymbol])
  case workspaceSymbols([WorkspaceSymbol])
  case foldingRanges([FoldingRange])
  case semanticTokens([SemanticToken])
  case prepareRename(RenameTarget?)
  case rename([FileEdits])
  case workspaceDiagnostics([FileDiagnostics])
  case libraryIndex(fileCount: Int)
  case failure(FeatureFailure)
}

/// Why there is no answer although the question was well formed.
package enum FeatureFailure: Hashable, Sendable {
  /// The snapshot has no such document.
  case unknownDocument(FileID)
  /// Says why, in a sentence for the user.
  case cannotRename(String)
}
