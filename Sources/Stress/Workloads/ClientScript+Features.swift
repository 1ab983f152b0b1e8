import JSONRPC

// One method a feature; each is nil where the server cannot, and then nothing is sent.
extension ClientScript {
  /// `trigger` is the character behind which the client asks by itself; nil for a word, or when a person asks.
  @discardableResult
  package mutating func completion(
    _ path: String, at offset: Int, trigger: String? = nil, snapshot: SnapshotChoice = .latest
  ) -> RequestHandle? {
    var context: [JSONMember] = [JSONMember("triggerKind", trigger == nil ? 1 : 2)]
    if let trigger { context.append(JSONMember("triggerCharacter", .string(trigger))) }
    return ask(
      .completion, path, at: offset, snapshot: snapshot,
      more: framing == .lines ? [] : [JSONMember("context", .object(context))])
  }

  /// Asks for the rest of an item that a completion is answered with.
  @discardableResult
  package mutating func resolve(_ completion: RequestHandle?, item: Int = 0) -> RequestHandle? {
    guard let completion, features.contains(.completionResolve) else { return nil }
    let live = completion.answer(at: "items", .number(String(item)))
    return switch framing {
    case .contentLength: request(Feature.completionResolve.method, live)
    case .lines: query(Feature.completionResolve.queryName, ["item": live])
    }
  }

  @discardableResult
  package mutating func hover(_ path: String, at offset: Int) -> RequestHandle? { ask(.hover, path, at: offset) }

  @discardableResult
  package mutating func definition(_ path: String, at offset: Int) -> RequestHandle? {
    ask(.definition, path, at: offset)
  }

  @discardableResult
  package mutating func signatureHelp(_ path: String, at offset: Int) -> RequestHandle? {
    ask(.signatureHelp, path, at: offset)
  }

  @discardableResult
  package mutating func documentHighlight(_ path: String, at offset: Int) -> RequestHandle? {
    ask(.documentHighlight, path, at: offset)
  }

  @discardableResult
  package mutating func references(
    _ path: String, at offset: Int, includesDeclaration: Bool = true, snapshot: SnapshotChoice = .latest
  ) -> RequestHandle? {
    ask(
      .references, path, at: offset, snapshot: snapshot,
      more: [JSONMember("context", ["includeDeclaration": .bool(includesDeclaration)])])
  }

  /// Asks at the place that a definition is answered with.
  @discardableResult
  package mutating func references(ofAnswer definition: RequestHandle?) -> RequestHandle? {
    follow(.references, definition, more: [JSONMember("context", ["includeDeclaration": true])])
  }

  @discardableResult
  package mutating func hover(atAnswer definition: RequestHandle?) -> RequestHandle? { follow(.hover, definition) }

  private mutating func follow(
    _ feature: Feature, _ definition: RequestHandle?, more: [JSONMember] = []
  ) -> RequestHandle? {
    guard let definition, features.contains(feature) else { return nil }
    let uri = definition.answer(at: 0, "uri")
    let position = JSONMember("position", definition.answer(at: 0, "range", "start"))
    let document = framing == .lines ? JSONMember("uri", uri) : JSONMember("textDocument", ["uri": uri])
    return ask(feature, [document, position] + more, snapshot: .latest)
  }

  @discardableResult
  package mutating func documentSymbol(_ path: String) -> RequestHandle? { ask(.documentSymbol, path) }

  @discardableResult
  package mutating func workspaceSymbol(_ query: String) -> RequestHandle? {
    ask(.workspaceSymbol, more: [JSONMember("query", .string(query))])
  }

  @discardableResult
  package mutating func foldingRange(_ path: String) -> RequestHandle? { ask(.foldingRange, path) }

  @discardableResult
  package mutating func semanticTokens(_ path: String) -> RequestHandle? { ask(.semanticTokens, path) }

  @discardableResult
  package mutating func semanticTokens(_ path: String, in range: Range<Int>) -> RequestHandle? {
    ask(
      .semanticTokensRange, path,
      more: [
        JSONMember("range", ["start": position(path, range.lowerBound), "end": position(path, range.upperBound)])
      ])
  }

  @discardableResult
  package mutating func prepareRename(_ path: String, at offset: Int) -> RequestHandle? {
    ask(.prepareRename, path, at: offset)
  }

  /// The edits that come back are not applied.
  @discardableResult
  package mutating func rename(_ path: String, at offset: Int, to name: String) -> RequestHandle? {
    ask(.rename, path, at: offset, more: [JSONMember("newName", .string(name))])
  }

  /// Diagnostics, asked for. `previous` is an earlier answer, whose id goes with the question.
  @discardableResult
  package mutating func diagnostic(_ path: String, previous: RequestHandle? = nil) -> RequestHandle? {
    guard let previous, framing == .contentLength else { return ask(.diagnostic, path) }
    return ask(.diagnostic, path, more: [JSONMember("previousResultId", previous.answer(at: "resultId"))])
  }

  @discardableResult
  package mutating func workspaceDiagnostic() -> RequestHandle? {
    ask(.workspaceDiagnostic, more: framing == .lines ? [] : [JSONMember("previousResultIds", [])])
  }
}
