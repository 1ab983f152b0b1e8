import JSONRPC
import PikeAnalysis

extension Shapes {
  func write(_ list: CompletionList, to json: inout JSONWriter) {
    json.object { json in
      json.member("isIncomplete", list.isIncomplete)
      json.member("items") { json in json.array(list.items) { write($1, to: &$0) } }
    }
  }

  private func write(_ item: CompletionItem, to json: inout JSONWriter) {
    json.object { json in
      json.member("label", item.label)
      json.member("kind", item.kind.code)
      if let detail = item.detail { json.member("detail", detail) }
      if item.isDeprecated, client.completionTags { json.member("tags") { $0.raw("[1]") } }
      json.member("sortText", item.sortText)
      let isSnippet = item.isSnippet && client.snippets
      json.member("insertTextFormat", isSnippet ? 2 : 1)
      json.member("textEdit") { json in
        json.object { json in
          json.member("range") { write(item.replacedRange, to: &$0) }
          // Who cannot fill in places gets the name alone.
          json.member("newText", item.isSnippet && !isSnippet ? item.label : item.insertText)
        }
      }
      if item.origin != .none { json.member("data") { item.origin.write(to: &$0) } }
    }
  }

  func write(_ details: CompletionDetails, to json: inout JSONWriter) {
    json.object { write(details, intoItem: &$0) }
  }

  /// The members that a resolved item has more.
  func write(_ details: CompletionDetails, intoItem json: inout JSONWriter) {
    if let detail = details.detail { json.member("detail", detail) }
    if let documentation = details.documentation {
      json.member("documentation") {
        markup(documentation, isMarkdown: client.markdownDocumentation, to: &$0)
      }
    }
  }

  func markup(_ text: String, isMarkdown: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", isMarkdown ? "markdown" : "plaintext")
      json.member("value", text)
    }
  }
}

/// The `data` of a completion item: all that is needed to resolve it, at any later time, by any engine.
extension CompletionItem.Origin {
  func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .none: break
      case .item(let file, let path):
        json.member("file", file.path)
        json.member("path") { $0.array(path) }
      case .builtin(let module, let name):
        json.member("builtin", name)
        json.member("of", module)
      case .module(let path): json.member("module", path)
      }
    }
  }

  /// Nil when there is no `data`.
  init?(_ data: Params?) throws(InvalidParams) {
    guard let data else { return nil }
    if let file = try data.optionalString("file") {
      self = .item(file: FileID(file), path: try data.optionalStrings("path") ?? [])
    } else if let name = try data.optionalString("builtin") {
      self = .builtin(module: try data.optionalString("of") ?? "", name: name)
    } else if let path = try data.optionalString("module") {
      self = .module(path: path)
    } else {
      return nil
    }
  }
}
