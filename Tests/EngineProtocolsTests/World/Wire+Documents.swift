import JSONRPC
import Testing

/// What most tests begin with.
extension Wire {
  static let uri = "file:///work/a.pike"

  static let program = """
    //! Greets.
    string greet(string name) {
      string text = "hello " + name;
      return text;
    }

    int main() {
      write(greet("world"));
      return 0;
    }

    """

  // MARK: query-engine-v2

  @discardableResult
  func open(_ text: String = Wire.program, uri: String = Wire.uri, version: Int = 1) -> JSONValue {
    call(
      "engine_open_document",
      ["uri": .string(uri), "languageId": "pike", "version": .number(String(version)), "text": .string(text)])
  }

  func edit(_ version: Int, _ changes: JSONValue, uri: String = Wire.uri) -> JSONValue {
    call("engine_change_document", ["uri": .string(uri), "version": .number(String(version)), "changes": changes])
  }

  static func query(
    _ feature: String, _ id: JSONValue, _ params: JSONValue = ["uri": .string(uri)], snapshot: String? = nil
  ) -> JSONValue {
    [
      "feature": .string(feature), "requestId": id, "queryParams": params,
      "snapshot": snapshot.map { ["mode": "fixed", "snapshotId": .string($0)] } ?? ["mode": "latest"],
    ]
  }

  func query(
    _ feature: String, _ id: JSONValue, _ params: JSONValue = ["uri": .string(uri)], snapshot: String? = nil
  ) -> JSONValue {
    call("engine_query", Self.query(feature, id, params, snapshot: snapshot))
  }

  // MARK: LSP

  /// Through the handshake.
  @discardableResult
  func initialize(_ capabilities: JSONValue = [:]) -> JSONValue {
    let answer = call("initialize", ["processId": nil, "rootUri": nil, "capabilities": capabilities])
    notify("initialized", [:])
    return answer
  }

  func didOpen(_ text: String = Wire.program, uri: String = Wire.uri, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "pike", "version": .number(String(version)), "text": .string(text),
        ]
      ])
  }

  func didChange(_ version: Int, _ changes: JSONValue, uri: String = Wire.uri) {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(String(version))], "contentChanges": changes,
      ])
  }

  static func change(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> JSONValue {
    ["range": ["start": position(start.0, start.1), "end": position(end.0, end.1)], "text": .string(text)]
  }

  static func position(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .number(String(line)), "character": .number(String(character))]
  }

  static func document(_ uri: String = Wire.uri) -> JSONValue { ["uri": .string(uri)] }
}
