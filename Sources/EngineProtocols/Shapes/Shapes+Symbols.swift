import JSONRPC
import PikeAnalysis

extension Shapes {
  func write(_ symbols: [DocumentSymbol], of file: FileID?, to json: inout JSONWriter) {
    guard !client.hierarchicalSymbols, let file else { return json.array(symbols) { write($1, to: &$0) } }
    let uri = uri(file)
    json.array(flattened(symbols)) { json, entry in
      json.object { json in
        json.member("name", entry.symbol.name)
        json.member("kind", entry.symbol.kind.code)
        if entry.symbol.isDeprecated { json.member("deprecated", true) }
        json.member("location") { json in
          json.object { json in
            json.member("uri", uri)
            json.member("range") { write(entry.symbol.range, to: &$0) }
          }
        }
        if let container = entry.container { json.member("containerName", container) }
      }
    }
  }

  private func write(_ symbol: DocumentSymbol, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", symbol.name)
      if let detail = symbol.detail { json.member("detail", detail) }
      json.member("kind", symbol.kind.code)
      if symbol.isDeprecated { json.member("deprecated", true) }
      json.member("range") { write(symbol.range, to: &$0) }
      json.member("selectionRange") { write(symbol.selectionRange, to: &$0) }
      if !symbol.children.isEmpty {
        json.member("children") { json in json.array(symbol.children) { write($1, to: &$0) } }
      }
    }
  }

  /// In the order in which they stand in the text.
  private func flattened(_ symbols: [DocumentSymbol]) -> [(symbol: DocumentSymbol, container: String?)] {
    var result: [(symbol: DocumentSymbol, container: String?)] = []
    var left: [(symbol: DocumentSymbol, container: String?)] = symbols.reversed().map { ($0, nil) }
    while let next = left.popLast() {
      result.append(next)
      left += next.symbol.children.reversed().map { ($0, next.symbol.name) }
    }
    return result
  }

  func write(_ symbol: WorkspaceSymbol, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", symbol.name)
      json.member("kind", symbol.kind.code)
      json.member("location") { write(symbol.location, to: &$0) }
      if let container = symbol.container { json.member("containerName", container) }
    }
  }
}
