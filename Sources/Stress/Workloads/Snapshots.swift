package import JSONRPC
package import Simulation

/// Reads of states that are not the latest any more.
package struct Snapshots: Workload {
  package static let name = "snapshots"
  package static let purpose =
    "Fixed and latest reads stand between edits: of old states, of states that nobody knows, and the same one twice."
  package static let parameters: [WorkloadParameter] = [
    .messages(30),
    WorkloadParameter("age", 8, in: 1...200, "how many mutations back a fixed read goes at most"),
  ]
  package static let framings: [Framing] = [.lines]

  private let messages: Int
  private let age: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    age = settings.number("age")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      let path = choices.pick("snapshots.document", script.openPaths)
      switch choices.draw("snapshots.what", below: 10) {
      case 0..<3: script.writeStatement(path, &choices)
      case 3: _ = script.look(path, &choices)
      case 4..<7: _ = read(path, &script, &choices)
      case 7: readTwice(path, &script, &choices)
      case 8: readUnknown(path, &script, &choices)
      default:
        script.cancel(read(path, &script, &choices), when: .after(choices.draw("snapshots.cancel", in: 0...2_000)))
      }
      script.pause(choices.draw("snapshots.pause", in: 0...60_000))
    }
  }

  private static let features: [Feature] = [
    .documentSymbol, .semanticTokens, .foldingRange, .diagnostic, .hover, .references, .definition, .workspaceSymbol,
    .completion,
  ]

  private func old(_ script: ClientScript, _ choices: inout Choices) -> SnapshotChoice {
    let recent = Array(script.mutations.suffix(age))
    return recent.isEmpty ? .latest : .made(by: choices.pick("snapshots.old", recent))
  }

  private func read(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) -> RequestHandle? {
    let feature = choices.pick("snapshots.feature", Self.features)
    return read(feature, path, at: script.namePlace(path, &choices)?.offset ?? 0, old(script, &choices), &script)
  }

  private func read(
    _ feature: Feature, _ path: String, at offset: Int, _ snapshot: SnapshotChoice, _ script: inout ClientScript
  ) -> RequestHandle? {
    let query = feature == .workspaceSymbol ? [JSONMember("query", "a")] : []
    return script.ask(feature, path, at: offset, snapshot: snapshot, more: query)
  }

  /// The answers must be equal, whatever came in between.
  private func readTwice(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let feature = choices.pick("snapshots.feature", Self.features)
    let snapshot = old(script, &choices)
    // The place is one in the text that the client sees; the query is the same, whatever it means in the old state.
    let offset = script.namePlace(path, &choices)?.offset ?? 0
    let position = script.position(path, offset)
    func ask(_ script: inout ClientScript) {
      var members: [JSONMember] = []
      if feature.takesDocument { members.append(JSONMember("uri", .string(script.uri(path)))) }
      if feature.takesPosition { members.append(JSONMember("position", position)) }
      if feature == .workspaceSymbol { members.append(JSONMember("query", "a")) }
      script.query(feature.queryName, .object(members), snapshot: snapshot)
    }
    ask(&script)
    if choices.chance("snapshots.between", percent: 60) { script.writeStatement(path, &choices) }
    ask(&script)
  }

  private func readUnknown(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let name = choices.pick("snapshots.unknown", ["snp-999999", "snp-0", "snp--1", "snp-", "snapshot", "", "snp-1e3"])
    _ = read(.documentSymbol, path, at: 0, .named(name), &script)
  }
}
