import JSONRPC
import PikeAnalysis
import PikeSyntax

/// What `engine_query` can be asked for, by name.
enum QueryFeature: String, CaseIterable, Sendable {
  case diagnostics
  case completion
  case completionResolve = "completion_resolve"
  /// Another name for the same.
  case resolve
  case hover
  case signatureHelp = "signature_help"
  case definition
  case references
  case documentHighlight = "document_highlight"
  case documentSymbols = "document_symbols"
  case workspaceSymbols = "workspace_symbols"
  case foldingRanges = "folding_ranges"
  case semanticTokens = "semantic_tokens"
  case prepareRename = "prepare_rename"
  case rename
  case workspaceDiagnostics = "workspace_diagnostics"
  case libraryIndex = "library_index"

  /// The question that `queryParams` ask.
  func request(_ params: Params) throws(InvalidParams) -> FeatureRequest {
    switch self {
    case .diagnostics: return .diagnostics(try Self.file(params))
    case .completion: return .completion(try Self.file(params), try params.position("position"))
    case .completionResolve, .resolve:
      // The item, or its `data` alone.
      let holder = try params.optionalObject("item") ?? params
      return .resolveCompletion(try CompletionItem.Origin(try holder.optionalObject("data")) ?? .none)
    case .hover: return .hover(try Self.file(params), try params.position("position"))
    case .signatureHelp: return .signatureHelp(try Self.file(params), try params.position("position"))
    case .definition: return .definition(try Self.file(params), try params.position("position"))
    case .references:
      return .references(
        try Self.file(params), try params.position("position"),
        includesDeclaration: try Self.includesDeclaration(params))
    case .documentHighlight: return .documentHighlight(try Self.file(params), try params.position("position"))
    case .documentSymbols: return .documentSymbols(try Self.file(params))
    case .workspaceSymbols:
      return .workspaceSymbols(
        query: try params.optionalString("query") ?? "",
        limit: try params.optionalInteger("limit", in: 0...100_000) ?? WorkspaceSymbolLimit.standard)
    case .foldingRanges: return .foldingRanges(try Self.file(params))
    case .semanticTokens:
      return .semanticTokens(try Self.file(params), params["range"] == nil ? nil : try params.range("range"))
    case .prepareRename: return .prepareRename(try Self.file(params), try params.position("position"))
    case .rename:
      return .rename(
        try Self.file(params), try params.position("position"), newName: try params.string("newName"))
    case .workspaceDiagnostics: return .workspaceDiagnostics
    case .libraryIndex: return .libraryIndex
    }
  }

  /// By `uri`, or by `filename`, an absolute path.
  private static func file(_ params: Params) throws(InvalidParams) -> FileID {
    // The version is said by some, and decides nothing: which state is asked about is the snapshot's business.
    _ = try params.optionalInteger("version", in: ProtocolInteger.signed)
    if let uri = try params.optionalString("uri") {
      guard let file = DocumentURI.path(uri).map({ FileID($0) }) ?? DocumentURI.file(uri) else {
        throw InvalidParams("\(params.name("uri")): not a URI of a document: \(uri.shortened)")
      }
      return file
    }
    guard let name = try params.optionalString("filename") else {
      throw InvalidParams("\(params.path): expected a uri or a filename")
    }
    guard let path = DocumentURI.path(name) else {
      throw InvalidParams("\(params.name("filename")): not an absolute path: \(name.shortened)")
    }
    return FileID(path)
  }

  private static func includesDeclaration(_ params: Params) throws(InvalidParams) -> Bool {
    if let flag = try params.optionalBool("includeDeclaration") { return flag }
    return try params.optionalObject("context")?.optionalBool("includeDeclaration") ?? true
  }
}

/// How many symbols are listed unless somebody says otherwise: more than anybody looks through.
enum WorkspaceSymbolLimit {
  static let standard = 1000
}
