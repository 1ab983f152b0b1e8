package import JSONRPC

/// What a client asks of a server, by both of its names.
package enum Feature: String, Sendable, CaseIterable {
  case completion = "textDocument/completion"
  case completionResolve = "completionItem/resolve"
  case hover = "textDocument/hover"
  case signatureHelp = "textDocument/signatureHelp"
  case definition = "textDocument/definition"
  case references = "textDocument/references"
  case documentHighlight = "textDocument/documentHighlight"
  case documentSymbol = "textDocument/documentSymbol"
  case workspaceSymbol = "workspace/symbol"
  case foldingRange = "textDocument/foldingRange"
  case semanticTokens = "textDocument/semanticTokens/full"
  case semanticTokensRange = "textDocument/semanticTokens/range"
  case prepareRename = "textDocument/prepareRename"
  case rename = "textDocument/rename"
  case diagnostic = "textDocument/diagnostic"
  case workspaceDiagnostic = "workspace/diagnostic"

  /// In LSP.
  package var method: String { rawValue }

  /// In query-engine-v2.
  package var queryName: String {
    switch self {
    case .completion: "completion"
    case .completionResolve: "completion_resolve"
    case .hover: "hover"
    case .signatureHelp: "signature_help"
    case .definition: "definition"
    case .references: "references"
    case .documentHighlight: "document_highlight"
    case .documentSymbol: "document_symbols"
    case .workspaceSymbol: "workspace_symbols"
    case .foldingRange: "folding_ranges"
    case .semanticTokens, .semanticTokensRange: "semantic_tokens"
    case .prepareRename: "prepare_rename"
    case .rename: "rename"
    case .diagnostic: "diagnostics"
    case .workspaceDiagnostic: "workspace_diagnostics"
    }
  }

  /// Whether it is asked about a place in a document.
  package var takesPosition: Bool {
    switch self {
    case .completion, .hover, .signatureHelp, .definition, .references, .documentHighlight, .prepareRename, .rename:
      true
    case .completionResolve, .documentSymbol, .workspaceSymbol, .foldingRange, .semanticTokens, .semanticTokensRange,
      .diagnostic, .workspaceDiagnostic:
      false
    }
  }

  /// Whether it is asked about a document.
  package var takesDocument: Bool {
    switch self {
    case .completionResolve, .workspaceSymbol, .workspaceDiagnostic: false
    default: true
    }
  }
}

extension Set<Feature> {
  /// All that the embedded engine can, whatever the protocol. Pulled diagnostics are asked for only by clients that pull.
  package static let all = Set(Feature.allCases)

  /// What the answer to `initialize` promises.
  package init(serverCapabilities capabilities: JSONValue) {
    func has(_ key: String) -> Bool { capabilities[key].map { $0 != false && $0 != .null } ?? false }
    func has(_ key: String, _ inner: String) -> Bool {
      capabilities[key]?[inner].map { $0 != false && $0 != .null } ?? false
    }
    let promises: [(Feature, Bool)] = [
      (.completion, has("completionProvider")), (.completionResolve, has("completionProvider", "resolveProvider")),
      (.hover, has("hoverProvider")), (.signatureHelp, has("signatureHelpProvider")),
      (.definition, has("definitionProvider")), (.references, has("referencesProvider")),
      (.documentHighlight, has("documentHighlightProvider")), (.documentSymbol, has("documentSymbolProvider")),
      (.workspaceSymbol, has("workspaceSymbolProvider")), (.foldingRange, has("foldingRangeProvider")),
      (.semanticTokens, has("semanticTokensProvider", "full")),
      (.semanticTokensRange, has("semanticTokensProvider", "range")), (.rename, has("renameProvider")),
      (.prepareRename, has("renameProvider", "prepareProvider")), (.diagnostic, has("diagnosticProvider")),
      (.workspaceDiagnostic, has("diagnosticProvider", "workspaceDiagnostics")),
    ]
    self = Set(promises.filter(\.1).map(\.0))
  }
}
