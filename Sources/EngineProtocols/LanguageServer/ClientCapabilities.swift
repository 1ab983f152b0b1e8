import JSONRPC
import PikeSyntax

/// What the client says that it can do. What is missing or of the wrong type, it cannot.
struct ClientCapabilities: Sendable {
  var shapes = ClientShapes()
  var encoding = PositionEncoding.utf16
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  var answersConfiguration = false
  var registersConfiguration = false
  var registersWatchedFiles = false
  var showsProgress = false

  init(_ value: JSONValue?) {
    func flag(_ path: String...) -> Bool { value?.at(path)?.bool ?? false }
    func strings(_ path: String...) -> [String] { value?.at(path)?.array?.compactMap(\.string) ?? [] }

    shapes.hierarchicalSymbols = flag("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
    shapes.snippets = flag("textDocument", "completion", "completionItem", "snippetSupport")
    shapes.markdownHover = strings("textDocument", "hover", "contentFormat").contains("markdown")
    shapes.markdownDocumentation =
      strings("textDocument", "completion", "completionItem", "documentationFormat").contains("markdown")
    shapes.signatureLabelOffsets = flag(
      "textDocument", "signatureHelp", "signatureInformation", "parameterInformation", "labelOffsetSupport")
    shapes.relatedInformation = flag("textDocument", "publishDiagnostics", "relatedInformation")
    let tags = value?.at(["textDocument", "publishDiagnostics", "tagSupport"])
    shapes.diagnosticTags = tags?.object != nil || tags?.bool == true
    shapes.completionTags = value?.at(["textDocument", "completion", "completionItem", "tagSupport"])?.object != nil
    shapes.documentChanges = flag("workspace", "workspaceEdit", "documentChanges")
    // The client's order is its preference.
    encoding = strings("general", "positionEncodings").lazy.compactMap { PositionEncoding(name: $0) }.first ?? .utf16
    pullsDiagnostics = value?.at(["textDocument", "diagnostic"])?.object != nil
    refreshesDiagnostics = flag("workspace", "diagnostics", "refreshSupport")
    answersConfiguration = flag("workspace", "configuration")
    registersConfiguration = flag("workspace", "didChangeConfiguration", "dynamicRegistration")
    registersWatchedFiles = flag("workspace", "didChangeWatchedFiles", "dynamicRegistration")
    showsProgress = flag("window", "workDoneProgress")
  }
}

extension JSONValue {
  func at(_ path: [String]) -> JSONValue? {
    var value = self
    for key in path {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }
}
