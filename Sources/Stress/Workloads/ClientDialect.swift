/// How a client speaks: which ids and versions it counts, what it says that it can do, what it sends with what.
package struct ClientDialect: Sendable, Equatable {
  package var name: String
  /// The first id of a request; nil for ids that are strings.
  package var firstID: Int?
  /// The version that a document has when it is opened.
  package var firstVersion: Int
  /// Whether it asks for diagnostics instead of waiting for them.
  package var pullsDiagnostics = false
  package var sendsTextWithSave = false
  /// Whether it tells the server of its own save as of any other change on the disk.
  package var watchesOwnSaves = false
  /// The value of `capabilities`, as JSON.
  package var capabilities: String

  /// Like Neovim: diagnostics are pushed, ids begin with 1 and versions with 0.
  package static let neovim = ClientDialect(
    name: "neovim", firstID: 1, firstVersion: 0, watchesOwnSaves: true,
    capabilities: ClientCapabilities.rich(pullsDiagnostics: false))

  /// Like Visual Studio Code: diagnostics are pulled, ids begin with 0 and versions with 1.
  package static let visualStudioCode = ClientDialect(
    name: "visual-studio-code", firstID: 0, firstVersion: 1, pullsDiagnostics: true, watchesOwnSaves: true,
    capabilities: ClientCapabilities.rich(pullsDiagnostics: true))

  /// A client that can do little: flat symbols, plain text, ids that are strings.
  package static let plain = ClientDialect(
    name: "plain", firstID: nil, firstVersion: 1, sendsTextWithSave: true, capabilities: ClientCapabilities.poor)

  package static let all = [neovim, visualStudioCode, plain]
}

/// What clients say that they can do (LSP 3.17, "Initialize Request"). Nobody answers `workspace/configuration` in a generated session,
/// so no client says that it does: settings come with the notification.
private enum ClientCapabilities {
  static let poor = """
    {"general":{},"workspace":{"workspaceFolders":true,"didChangeConfiguration":{}},"textDocument":{\
    "synchronization":{"didSave":true},"completion":{},"hover":{"contentFormat":["plaintext"]},\
    "publishDiagnostics":{}}}
    """

  static func rich(pullsDiagnostics: Bool) -> String {
    let pull =
      pullsDiagnostics
      ? #","diagnostic":{"dynamicRegistration":false,"relatedDocumentSupport":false}"# : ""
    let refresh = pullsDiagnostics ? #","diagnostics":{"refreshSupport":true}"# : ""
    return """
      {"general":{"positionEncodings":["ENCODING"]},"workspace":{"workspaceFolders":true,"configuration":false,\
      "didChangeConfiguration":{"dynamicRegistration":false},"didChangeWatchedFiles":{"dynamicRegistration":true,\
      "relativePatternSupport":false},"symbol":{"dynamicRegistration":false},"workspaceEdit":{"documentChanges":true}\
      \(refresh)},"window":{"workDoneProgress":true},"textDocument":{"synchronization":{"didSave":true},\
      "completion":{"contextSupport":true,"completionItem":{"snippetSupport":false,"documentationFormat":["markdown",\
      "plaintext"],"resolveSupport":{"properties":["documentation","detail"]},"tagSupport":{"valueSet":[1]}}},\
      "hover":{"contentFormat":["markdown","plaintext"]},"signatureHelp":{"contextSupport":true,"signatureInformation":{\
      "documentationFormat":["markdown"],"activeParameterSupport":true,"parameterInformation":{"labelOffsetSupport":true}}},\
      "definition":{"linkSupport":false},"references":{},"documentHighlight":{},"foldingRange":{"lineFoldingOnly":false},\
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"rename":{"prepareSupport":true},"semanticTokens":{\
      "requests":{"full":true,"range":true},"formats":["relative"],"tokenTypes":["namespace","type","class","enum",\
      "function","method","macro","variable","parameter","property","keyword","comment","string","number"],\
      "tokenModifiers":["declaration","readonly","static","defaultLibrary"]},"publishDiagnostics":{"versionSupport":true,\
      "relatedInformation":true,"tagSupport":{"valueSet":[1,2]}}\(pull)}}
      """
  }
}
