package import Simulation

/// Sessions that end, or nearly do, at every point.
package struct Lifecycle: Workload {
  package static let name = "lifecycle"
  package static let purpose =
    "A session ends at any point, with or without shutdown, with requests open, or goes on after documents were closed."
  package static let parameters: [WorkloadParameter] = [
    .messages(20),
    WorkloadParameter(
      "kind", "any", of: ["any"] + Kind.allCases.map(\.rawValue),
      "how it ends; any is any but requests-after-shutdown, which is against LSP"),
  ]

  enum Kind: String, CaseIterable {
    /// Nothing but the handshake.
    case handshakeOnly = "handshake-only"
    /// `shutdown` with requests open, and no wait.
    case shutdown
    case exitWithoutShutdown = "exit-without-shutdown"
    case endOfInput = "end-of-input"
    case shutdownAndEndOfInput = "shutdown-and-end-of-input"
    /// Documents are closed and opened again, and again.
    case reopen
    case requestsAfterShutdown = "requests-after-shutdown"
  }

  private let messages: Int
  private let kind: Kind?

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    kind = Kind(rawValue: settings.word("kind"))
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let kind = kind ?? choices.pick("lifecycle.kind", Kind.allCases.filter { $0 != .requestsAfterShutdown })
    script.handshake()
    script.settlesBeforeEnd = choices.chance("lifecycle.settles", percent: 30)
    if kind != .handshakeOnly { live(reopens: kind == .reopen, &script, &choices) }
    switch kind {
    case .handshakeOnly, .shutdown, .reopen: script.ending = .shutdownAndExit
    case .exitWithoutShutdown: script.ending = .exit
    case .endOfInput: script.ending = .endOfInput
    case .shutdownAndEndOfInput: script.ending = .shutdown
    case .requestsAfterShutdown:
      script.shutdown()
      for _ in 0..<3 { _ = script.look(script.workspace.sources[0].path, &choices) }
      script.exit()
    }
  }

  private func live(reopens: Bool, _ script: inout ClientScript, _ choices: inout Choices) {
    // At any point: also a session of one message.
    let end = script.messageCount + choices.draw("lifecycle.length", in: 1...messages)
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      if script.openPaths.isEmpty { script.openAnother(&choices) }
      let path = choices.pick("lifecycle.document", script.openPaths)
      switch choices.draw("lifecycle.what", below: 10) {
      case 0..<(reopens ? 5 : 1):
        close(path, &script, &choices)
      case 5..<7: script.writeStatement(path, &choices)
      case 7: script.openAnother(&choices)
      default: _ = script.look(path, &choices)
      }
      script.pause(choices.draw("lifecycle.pause", in: 0...80_000))
    }
  }

  /// Closes a document and mostly opens it again: with the text that was saved, with that of before, or with what somebody else has written
  /// into the file meanwhile.
  private func close(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    if choices.chance("lifecycle.saves", percent: 40) { script.save(path) }
    script.close(path)
    // Questions about a document that is closed are questions about its file.
    if choices.chance("lifecycle.asks-closed", percent: 30) { script.ask(.documentSymbol, path) }
    if choices.chance("lifecycle.written", percent: 30) {
      let more = script.workspace.language.function(named: "written_\(script.messageCount)", &choices)
      script.write(path, text: script.text(path) + Array(more.utf8), places: script.places(path))
      script.changeWatchedFiles([.changed(path)])
    }
    if choices.chance("lifecycle.reopens", percent: 80) { script.open(path) }
  }
}
