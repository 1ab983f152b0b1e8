import JSONRPC
import Transcript

/// Binds the server's private notes on items (`data`) and the commands that it made up.
struct ItemTokens {
  let script: Script
  let matching: ItemMatching

  /// The answers that items of a request come from.
  struct Source {
    var method: String
    var recorded: JSONView
    var live: JSONView
  }

  func bind(_ message: Message, sources: [Source], into patch: inout MessagePatch) -> TokenCount {
    guard let method = message.method, let params = message.params else { return TokenCount() }
    if method == Method.executeCommand { return bindCommand(params, sources, into: &patch) }
    let item = Self.takesItem.contains(method) ? params["item"] : Self.resolves.contains(method) ? params : nil
    guard let item, let data = item["data"] else { return TokenCount() }
    var count = TokenCount()
    let live = sources.lazy.compactMap { liveData(for: item, $0) }.first
    if let live { patch.replace(data, with: Array(live.raw)) }
    count.add(isBound: live != nil)
    return count
  }

  /// Binds the notes on diagnostics that a code action request carries.
  func bindDiagnostics(
    of message: Message, recorded: JSONView, live: JSONView, into patch: inout MessagePatch
  ) -> TokenCount {
    var count = TokenCount()
    for carried in message.params?["context"]?["diagnostics"]?.elements ?? [] {
      guard let data = carried["data"] else { continue }
      let items = recorded.elements
      let note = matching.recordedIndex(of: carried, among: items)
        .flatMap { matching.liveItem(for: $0, of: items, among: live.elements)?["data"] }
      if let note { patch.replace(data, with: Array(note.raw)) }
      count.add(isBound: note != nil)
    }
    return count
  }

  private func liveData(for item: JSONView, _ source: Source) -> JSONView? {
    let recorded = Self.items(in: source.recorded, of: source.method)
    let live = Self.items(in: source.live, of: source.method)
    let defaults = source.live["itemDefaults"]?["data"]
    guard let index = matching.recordedIndex(of: item, among: recorded) else {
      // The note may be the one that all items of a list share.
      return source.recorded["itemDefaults"]?["data"] == nil ? nil : defaults
    }
    guard let found = matching.liveItem(for: index, of: recorded, among: live) else { return nil }
    return found["data"] ?? defaults
  }

  // MARK: Commands

  private func bindCommand(_ params: JSONView, _ sources: [Source], into patch: inout MessagePatch) -> TokenCount {
    var count = TokenCount()
    // Commands may come from elsewhere: without a source there is no token to bind.
    guard !sources.isEmpty, let name = params["command"] else { return count }
    let live = sources.lazy.compactMap { liveCommand(for: params, $0) }.first
    if let live {
      if let command = live["command"] { patch.replace(name, with: Array(command.raw)) }
      if let arguments = live["arguments"] { patch.replace(params["arguments"], with: Array(arguments.raw)) }
    }
    count.add(isBound: live != nil)
    return count
  }

  private func liveCommand(for params: JSONView, _ source: Source) -> JSONView? {
    let recorded = Self.items(in: source.recorded, of: source.method).filter { Self.command(in: $0) != nil }
    let live = Self.items(in: source.live, of: source.method).filter { Self.command(in: $0) != nil }
    let wanted = params.members("command", "arguments").map { $0?.value }
    let index = recorded.firstIndex { item in
      guard let command = Self.command(in: item) else { return false }
      return command.members("command", "arguments").map { $0?.value } == wanted
    }
    guard let index else { return nil }
    return matching.liveItem(for: index, of: recorded, among: live).flatMap(Self.command)
  }

  /// The command of an item, or the item when it is a command.
  private static func command(in item: JSONView) -> JSONView? {
    guard let command = item["command"] else { return nil }
    return command.isObject ? command : item
  }

  // MARK: Items

  /// The items in an answer of this method.
  static func items(in result: JSONView, of method: String) -> [JSONView] {
    switch method {
    case Method.incomingCalls: result.elements.compactMap { $0["from"] }
    case Method.outgoingCalls: result.elements.compactMap { $0["to"] }
    default: result.isArray ? result.elements : result["items"]?.elements ?? [result]
    }
  }

  private static let resolves: Set = [
    Method.completionResolve, Method.codeActionResolve, Method.codeLensResolve, Method.documentLinkResolve,
    Method.inlayHintResolve, Method.workspaceSymbolResolve,
  ]
  private static let takesItem: Set = [
    Method.incomingCalls, Method.outgoingCalls, Method.supertypes, Method.subtypes,
  ]
}
