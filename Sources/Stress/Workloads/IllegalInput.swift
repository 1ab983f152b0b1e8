import JSONRPC
package import Simulation

/// What a hostile client sends, or one with bugs; between its messages stand proper questions, which must be answered properly.
package struct IllegalInput: Workload {
  package static let name = "illegal-input"
  package static let purpose =
    "A hostile or buggy client sends wrong versions, ranges, ids, methods, parameters and bodies; proper questions stand between."
  package static let parameters: [WorkloadParameter] = [
    .messages(28),
    WorkloadParameter("kind", "any", of: ["any"] + Kind.allCases.map(\.rawValue), "what is wrong with the input"),
    WorkloadParameter("nesting", 200, in: 1...200_000, "how deep JSON is nested at most"),
  ]
  package static let isLegal = false

  enum Kind: String, CaseIterable {
    /// Before the handshake.
    case early
    /// Methods that nobody knows, parameters of the wrong type, messages at the wrong time. Each is well formed, and each request
    /// among them has an id that can be answered.
    case messages
    /// Versions, ranges and texts of documents.
    case documents
    /// Ids that are no ids, or in use.
    case ids
    /// Bodies that are no JSON, or no objects.
    case bodies
  }

  private let messages: Int
  private let kind: Kind?
  private let nesting: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    kind = Kind(rawValue: settings.word("kind"))
    nesting = settings.number("nesting")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    if kind == .early || kind == nil && choices.chance("illegal.early", percent: 30) {
      for _ in 0..<choices.draw("illegal.early-count", in: 1...4) { sendEarly(&script, &choices) }
    }
    script.handshake()
    let sources = choices.shuffled("illegal.files", script.workspace.sources.map(\.path))
    // The text of a document to which wrong things are done is nobody's business; the other one stays as it should be.
    let (victim, proper) = (sources[0], sources[1])
    script.open(victim)
    script.abandon(victim)
    script.open(proper)
    while script.messageCount < end {
      send(kind ?? choices.pick("illegal.kind", Kind.allCases), victim, &script, &choices)
      script.pause(choices.draw("illegal.pause", in: 0...30_000))
      if choices.chance("illegal.edits", percent: 20) { script.writeStatement(proper, &choices) }
      if choices.chance("illegal.asks", percent: 35) { _ = script.look(proper, &choices) }
    }
    script.awaitQuiet(50)
    _ = script.look(proper, &choices)
  }

  private func send(_ kind: Kind, _ victim: String, _ script: inout ClientScript, _ choices: inout Choices) {
    switch kind {
    case .early, .messages: script.sendRaw(IllegalMessages.message(victim, &script, &choices))
    case .documents: script.sendRaw(IllegalMessages.document(victim, &script, &choices))
    case .ids: script.sendRaw(IllegalMessages.id(&script, &choices))
    case .bodies: script.sendRaw(body: IllegalMessages.body(nesting: nesting, script, &choices))
    }
  }

  private func sendEarly(_ script: inout ClientScript, _ choices: inout Choices) {
    let file = script.workspace.sources[0].path
    switch choices.draw("illegal.early-kind", below: 3) {
    case 0: script.sendRaw(IllegalMessages.message(file, &script, &choices))
    case 1:
      script.sendRaw(
        script.rawRequest(Feature.hover.method, ["textDocument": ["uri": .string(script.uri(file))]]))
    default:
      script.sendRaw(script.rawNotification("textDocument/didClose", ["textDocument": ["uri": "file:///w/none"]]))
    }
    script.pause(2_000)
  }
}
