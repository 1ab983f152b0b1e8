import PikeAnalysis

/// Which older request a newer one takes the place of.
enum Supersession {
  case never
  /// One about an older state of the same file.
  case olderStates
  /// Any earlier one about the same file: there is one cursor, and it has moved on.
  case all
}

extension FeatureRequest {
  /// The document that is asked about; nil if the question is about more than one or none.
  var file: FileID? {
    switch self {
    case .diagnostics(let file), .completion(let file, _), .hover(let file, _), .signatureHelp(let file, _),
      .definition(let file, _), .references(let file, _, _), .documentHighlight(let file, _),
      .documentSymbols(let file),
      .foldingRanges(let file), .semanticTokens(let file, _), .prepareRename(let file, _), .rename(let file, _, _):
      file
    case .resolveCompletion, .workspaceSymbols, .workspaceDiagnostics, .libraryIndex: nil
    }
  }

  /// The class that it has unless the client says otherwise, depending on whether the document is open in the editor.
  func defaultClass(isOpen: Bool) -> RequestClass {
    switch self {
    case .diagnostics: isOpen ? .typing : .background
    case .completion, .resolveCompletion, .signatureHelp: .typing
    case .hover, .definition, .references, .documentHighlight, .documentSymbols, .workspaceSymbols, .foldingRanges,
      .semanticTokens, .prepareRename, .rename:
      .interactive
    case .workspaceDiagnostics, .libraryIndex: .background
    }
  }

  var supersession: Supersession {
    switch self {
    case .completion, .signatureHelp, .documentHighlight: .all
    case .diagnostics, .documentSymbols, .foldingRanges, .semanticTokens: .olderStates
    case .resolveCompletion, .hover, .definition, .references, .workspaceSymbols, .prepareRename, .rename,
      .workspaceDiagnostics, .libraryIndex:
      .never
    }
  }

  /// The answer needs to know which files there are.
  var needsWorkspace: Bool {
    switch self {
    case .references, .rename, .workspaceSymbols, .workspaceDiagnostics: true
    default: false
    }
  }

  /// The kind of question, without what is asked about.
  var feature: Feature {
    switch self {
    case .diagnostics: .diagnostics
    case .completion: .completion
    case .signatureHelp: .signatureHelp
    case .documentHighlight: .documentHighlight
    case .documentSymbols: .documentSymbols
    case .foldingRanges: .foldingRanges
    case .semanticTokens(_, let range): range == nil ? .semanticTokens : .semanticTokensInRange
    default: .other
    }
  }
}

/// The features of which a newer request may supersede an older one.
enum Feature: Hashable {
  case diagnostics, completion, signatureHelp, documentHighlight, documentSymbols, foldingRanges, semanticTokens,
    semanticTokensInRange, other
}
