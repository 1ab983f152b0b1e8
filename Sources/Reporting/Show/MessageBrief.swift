import JSONRPC
import Recording
import Transcript

/// A message in a few words.
struct MessageBrief {
  let names: Names

  func describe(_ message: Message, in line: inout ShowLine) {
    line.sign = message.from == .client ? .fromClient : .fromServer
    switch message.role {
    case .request(let request):
      line.title = request.method
      line.answer = .awaited
      line.details.append("id \(request.id)")
      if let params = message.params { line.details.append(brief(ofParams: params, method: request.method)) }
    case .notification(let method):
      line.title = method
      if let params = message.params { line.details.append(brief(ofParams: params, method: method)) }
    case .answer(let id, let request):
      line.title = request?.method ?? "answer"
      if request == nil { line.details.append("id \(id.map { "\($0)" } ?? "none")") }
      line.details.append(brief(ofAnswer: message, method: request?.method ?? ""))
    case .other: line.title = "other"
    case .malformed:
      line.title = "malformed"
      line.details.append(String(decoding: message.body.prefix(400), as: UTF8.self))
    }
  }

  // MARK: Parameters

  private func brief(ofParams params: JSONView, method: String) -> String {
    switch method {
    case Method.didOpen, Method.didChange, Method.didSave, Method.didClose, Method.cancelRequest: ""
    case Method.initialize: peer(params["clientInfo"])
    case Method.publishDiagnostics: publish(params)
    case Method.progress: params["value"].map(progress) ?? ""
    case Method.logMessage, Method.showMessage, Method.showMessageRequest: text(params["message"])
    case Method.executeCommand: text(params["command"])
    case Method.applyEdit: text(params["label"])
    case Method.workspaceSymbol: text(params["query"]).quoted
    case Method.configuration:
      list(params["items"]) { text($0["section"]) }
    case Method.registerCapability: list(params["registrations"]) { text($0["method"]) }
    case Method.unregisterCapability: list(params["unregisterations"]) { text($0["method"]) }
    default: general(params)
    }
  }

  /// Where in which document, and what is special about it.
  private func general(_ params: JSONView) -> String {
    let found = params.members(
      "textDocument", "position", "range", "newName", "label", "context", "item", "token", "textDocuments")
    var parts: [String] = []
    if let uri = (found[0]?["uri"] ?? found[6]?["uri"])?.string { parts.append(names.short(uri)) }
    if let position = found[1].flatMap(Position.init) { parts.append("\(position)") }
    if let range = found[2].flatMap(PositionRange.init) { parts.append("\(range)") }
    for member in [found[3], found[4], found[6]?["name"]] {
      if let text = member?.string { parts.append(text.quoted) }
    }
    if let token = found[7]?.requestID { parts.append("\(token)") }
    if let trigger = found[5]?["triggerCharacter"]?.string { parts.append("on \(trigger.quoted)") }
    if let carried = found[5]?["diagnostics"]?.elementCount, carried > 0 {
      parts.append(Quantities.count(carried, "diagnostic"))
    }
    return parts.isEmpty ? Self.shape(params) : parts.joined(separator: " ")
  }

  private func publish(_ params: JSONView) -> String {
    let found = params.members("uri", "version", "diagnostics")
    let version = found[1]?.integer.map { " v\($0)" } ?? ""
    let diagnostics = found[2]?.elements ?? []
    let first = diagnostics.first?["message"]?.string.map { ", first: \($0)" } ?? ""
    return "\(text(found[0], names.short))\(version) · \(Quantities.count(diagnostics.count, "diagnostic"))\(first)"
  }

  private func progress(_ value: JSONView) -> String {
    let found = value.members("title", "message", "percentage")
    let percentage = found[2]?.integer.map { "\($0) %" }
    return [found[0]?.string, found[1]?.string, percentage].compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: Answers

  private func brief(ofAnswer message: Message, method: String) -> String {
    if let error = message.error, !error.isNull {
      let found = error.members("code", "message")
      return "error \(found[0]?.integer.map(String.init) ?? "without a code"): \(text(found[1]))"
    }
    guard let result = message.result else { return "" }
    switch method {
    case Method.initialize: return peer(result["serverInfo"])
    case Method.completion: return completion(result)
    case Method.hover: return hover(result)
    case Method.semanticTokensFull, Method.semanticTokensRange:
      return result["data"].map { Quantities.count($0.elementCount / 5, "token") } ?? Self.shape(result)
    case Method.documentDiagnostic:
      return result["items"].map { Quantities.count($0.elementCount, "diagnostic") } ?? Self.shape(result)
    default: return Self.edit(result) ?? Self.shape(result)
    }
  }

  private func completion(_ result: JSONView) -> String {
    guard result.isObject else { return Self.shape(result) }
    let found = result.members("items", "isIncomplete")
    let isIncomplete = found[1].map { $0.raw.first == UInt8(ascii: "t") } ?? false
    return Quantities.count(found[0]?.elementCount ?? 0, "item") + (isIncomplete ? ", incomplete" : "")
  }

  private func hover(_ result: JSONView) -> String {
    guard let contents = result["contents"] else { return Self.shape(result) }
    return (contents["value"]?.string ?? contents.string ?? Self.shape(contents)).quoted
  }

  private static func edit(_ result: JSONView) -> String? {
    let found = result.members("changes", "documentChanges")
    guard let files = found[0]?.members.count ?? found[1]?.elementCount else { return nil }
    return "an edit of \(Quantities.count(files, "document"))"
  }

  // MARK: Parts

  private func peer(_ info: JSONView?) -> String {
    let found = info?.members("name", "version")
    return [found?[0]?.string, found?[1]?.string].compactMap { $0 }.joined(separator: " ")
  }

  private func text(_ view: JSONView?, _ change: (String) -> String = { $0 }) -> String {
    view?.string.map(change) ?? ""
  }

  private func list(_ view: JSONView?, _ brief: (JSONView) -> String) -> String {
    (view?.elements ?? []).prefix(5).map(brief).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What kind of value it is, and how large.
  static func shape(_ value: JSONView) -> String {
    if value.isArray { return Quantities.count(value.elementCount, "item") }
    guard value.isObject else { return String(decoding: value.raw.prefix(200), as: UTF8.self) }
    let keys = value.members.map(\.key)
    return "{" + keys.prefix(6).joined(separator: ", ") + (keys.count > 6 ? ", …}" : "}")
  }
}

extension String {
  fileprivate var quoted: String { "\"\(Printable.brief(self, limit: 60))\"" }
}
