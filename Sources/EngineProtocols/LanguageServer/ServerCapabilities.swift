import JSONRPC
import PikeSyntax

/// What the answer to `initialize` promises.
struct ServerCapabilities {
  let encoding: PositionEncoding
  let pullsDiagnostics: Bool
  let version: String

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("capabilities") { $0.object(writeMembers) }
      json.member("serverInfo") { json in
        json.object { json in
          json.member("name", "reprise engine")
          json.member("version", version)
        }
      }
    }
  }

  private func writeMembers(to json: inout JSONWriter) {
    json.member("positionEncoding", encoding.name)
    json.member("textDocumentSync") { $0.raw(#"{"openClose":true,"change":2,"save":{"includeText":false}}"#) }
    json.member("completionProvider") { $0.raw(#"{"triggerCharacters":[".",">",":"],"resolveProvider":true}"#) }
    json.member("signatureHelpProvider") { $0.raw(#"{"triggerCharacters":["(",","]}"#) }
    for name: StaticString in [
      "hoverProvider", "definitionProvider", "declarationProvider", "referencesProvider", "documentHighlightProvider",
      "documentSymbolProvider", "workspaceSymbolProvider", "foldingRangeProvider",
    ] { json.member(name, true) }
    json.member("renameProvider") { $0.raw(#"{"prepareProvider":true}"#) }
    json.member("semanticTokensProvider") { json in
      json.object { json in
        json.member("legend") { Shapes.writeLegend(to: &$0) }
        json.member("full", true)
        json.member("range", true)
      }
    }
    if pullsDiagnostics {
      json.member("diagnosticProvider") {
        $0.raw(#"{"identifier":"pike","interFileDependencies":true,"workspaceDiagnostics":true}"#)
      }
    }
    json.member("workspace") { $0.raw(#"{"workspaceFolders":{"supported":true,"changeNotifications":true}}"#) }
  }
}
