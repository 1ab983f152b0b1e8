/// Names of LSP methods (LSP 3.17 and 3.18) that mean something to this project.
package enum Method {
  package static let initialize = "initialize"
  package static let initialized = "initialized"
  package static let shutdown = "shutdown"
  package static let exit = "exit"
  package static let cancelRequest = "$/cancelRequest"
  package static let progress = "$/progress"
  package static let setTrace = "$/setTrace"
  package static let logTrace = "$/logTrace"
  package static let telemetry = "telemetry/event"
  package static let didOpen = "textDocument/didOpen"
  package static let didChange = "textDocument/didChange"
  package static let didSave = "textDocument/didSave"
  package static let didClose = "textDocument/didClose"
  package static let publishDiagnostics = "textDocument/publishDiagnostics"
  package static let completion = "textDocument/completion"
  package static let completionResolve = "completionItem/resolve"
  package static let hover = "textDocument/hover"
  package static let codeAction = "textDocument/codeAction"
  package static let codeActionResolve = "codeAction/resolve"
  package static let codeLens = "textDocument/codeLens"
  package static let codeLensResolve = "codeLens/resolve"
  package static let documentLink = "textDocument/documentLink"
  package static let documentLinkResolve = "documentLink/resolve"
  package static let inlayHint = "textDocument/inlayHint"
  package static let inlayHintResolve = "inlayHint/resolve"
  package static let inlineValue = "textDocument/inlineValue"
  package static let foldingRange = "textDocument/foldingRange"
  package static let semanticTokensFull = "textDocument/semanticTokens/full"
  package static let semanticTokensDelta = "textDocument/semanticTokens/full/delta"
  package static let semanticTokensRange = "textDocument/semanticTokens/range"
  package static let documentDiagnostic = "textDocument/diagnostic"
  package static let workspaceDiagnostic = "workspace/diagnostic"
  package static let prepareCallHierarchy = "textDocument/prepareCallHierarchy"
  package static let incomingCalls = "callHierarchy/incomingCalls"
  package static let outgoingCalls = "callHierarchy/outgoingCalls"
  package static let prepareTypeHierarchy = "textDocument/prepareTypeHierarchy"
  package static let supertypes = "typeHierarchy/supertypes"
  package static let subtypes = "typeHierarchy/subtypes"
  package static let workspaceSymbol = "workspace/symbol"
  package static let workspaceSymbolResolve = "workspaceSymbol/resolve"
  package static let executeCommand = "workspace/executeCommand"
  package static let applyEdit = "workspace/applyEdit"
  package static let configuration = "workspace/configuration"
  package static let workspaceFolders = "workspace/workspaceFolders"
  package static let didChangeConfiguration = "workspace/didChangeConfiguration"
  package static let didChangeWatchedFiles = "workspace/didChangeWatchedFiles"
  package static let registerCapability = "client/registerCapability"
  package static let unregisterCapability = "client/unregisterCapability"
  package static let workDoneProgressCreate = "window/workDoneProgress/create"
  package static let workDoneProgressCancel = "window/workDoneProgress/cancel"
  package static let showMessageRequest = "window/showMessageRequest"
  package static let showDocument = "window/showDocument"
  package static let showMessage = "window/showMessage"
  package static let logMessage = "window/logMessage"
  package static let semanticTokensRefresh = "workspace/semanticTokens/refresh"
  package static let inlayHintRefresh = "workspace/inlayHint/refresh"
  package static let inlineValueRefresh = "workspace/inlineValue/refresh"
  package static let codeLensRefresh = "workspace/codeLens/refresh"
  package static let foldingRangeRefresh = "workspace/foldingRange/refresh"
  package static let diagnosticRefresh = "workspace/diagnostic/refresh"
}

/// Names of query-engine-v2's methods.
package enum EngineMethod {
  package static let getProtocolInfo = "get_protocol_info"
  package static let openDocument = "engine_open_document"
  package static let changeDocument = "engine_change_document"
  package static let closeDocument = "engine_close_document"
  package static let updateConfig = "engine_update_config"
  package static let updateWorkspace = "engine_update_workspace"
  package static let query = "engine_query"
  package static let cancelRequest = "engine_cancel_request"

  private static let prefix = "engine_"

  /// Whether a message of this method is more to this project than any request.
  static func isKnown(_ method: String) -> Bool { method.utf8.starts(with: prefix.utf8) }

  /// Whether it makes a revision.
  package static func isMutation(_ method: String) -> Bool {
    isKnown(method) && [openDocument, changeDocument, closeDocument, updateConfig, updateWorkspace].contains(method)
  }

  static func isOfDocument(_ method: String) -> Bool {
    isKnown(method) && [openDocument, changeDocument, closeDocument].contains(method)
  }
}
