import IncrementalQueries
import JSONRPC
import PikeAnalysis
import PikeSyntax

/// Writes what the engine has found out in the shapes of LSP 3.17.
struct Shapes: Sendable {
  let documents: OpenDocuments
  var client = ClientShapes()

  /// The revision is that of the snapshot that was asked.
  func write(
    _ result: FeatureResult, about file: FileID? = nil, at revision: Revision?, to json: inout JSONWriter
  ) {
    switch result {
    case .diagnostics(let list): json.array(list) { write($1, to: &$0) }
    case .completion(let list): write(list, to: &json)
    case .resolvedCompletion(let details): write(details, to: &json)
    case .hover(let hover): optional(hover, to: &json) { write($0, to: &$1) }
    case .signatureHelp(let help): optional(help, to: &json) { write($0, to: &$1) }
    case .locations(let list): json.array(list) { write($1, to: &$0) }
    case .highlights(let list): json.array(list) { write($1, to: &$0) }
    case .documentSymbols(let list): write(list, of: file, to: &json)
    case .workspaceSymbols(let list): json.array(list) { write($1, to: &$0) }
    case .foldingRanges(let list): json.array(list) { write($1, to: &$0) }
    case .semanticTokens(let list): write(list, to: &json)
    case .prepareRename(let target): optional(target, to: &json) { write($0, to: &$1) }
    case .rename(let edits): write(edits, at: revision, to: &json)
    case .workspaceDiagnostics(let files): json.array(files) { write($1, to: &$0) }
    case .libraryIndex(let count): json.object { $0.member("fileCount", count) }
    // Failures are errors of the protocols.
    case .failure: json.null()
    }
  }

  private func optional<Value>(
    _ value: Value?, to json: inout JSONWriter, _ write: (Value, inout JSONWriter) -> Void
  ) {
    if let value { write(value, &json) } else { json.null() }
  }

  // MARK: Places

  func uri(_ file: FileID) -> String { documents.uri(of: file) }

  func write(_ position: TextPosition, to json: inout JSONWriter) {
    json.object { json in
      json.member("line", position.line)
      json.member("character", position.column)
    }
  }

  func write(_ range: Range<TextPosition>, to json: inout JSONWriter) {
    json.object { json in
      json.member("start") { write(range.lowerBound, to: &$0) }
      json.member("end") { write(range.upperBound, to: &$0) }
    }
  }

  func write(_ location: Location, to json: inout JSONWriter) {
    json.object { json in
      json.member("uri", uri(location.file))
      json.member("range") { write(location.range, to: &$0) }
    }
  }

  // MARK: Small things

  private func write(_ highlight: DocumentHighlight, to json: inout JSONWriter) {
    json.object { json in
      json.member("range") { write(highlight.range, to: &$0) }
      json.member("kind", highlight.kind.code)
    }
  }

  private func write(_ fold: FoldingRange, to json: inout JSONWriter) {
    json.object { json in
      json.member("startLine", fold.startLine)
      json.member("endLine", fold.endLine)
      json.member("kind", fold.kind.name)
    }
  }

  private func write(_ target: RenameTarget, to json: inout JSONWriter) {
    json.object { json in
      json.member("range") { write(target.range, to: &$0) }
      json.member("placeholder", target.name)
    }
  }

  private func write(_ files: FileDiagnostics, to json: inout JSONWriter) {
    json.object { json in
      json.member("uri", uri(files.file))
      json.member("diagnostics") { json in json.array(files.diagnostics) { write($1, to: &$0) } }
    }
  }
}
