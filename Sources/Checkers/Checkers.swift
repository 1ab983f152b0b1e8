// Checkers: one property a file, over the observations of a conversation. The list below is the list of what we promise
// to find.
//
// Absent on purpose: input and output, presentation, and repair. A checker says what was expected and what came.

package import JSONRPC

/// The checkers, in the order in which their findings are told apart.
package enum Checkers {
  /// Those that hold for any JSON-RPC conversation.
  package static let general: [any Checker.Type] = [
    WellFormedMessages.self,
    FramingNoise.self,
    AnsweredOnce.self,
  ]

  /// Those that LSP adds.
  package static let languageServer: [any Checker.Type] = [
    InitializeFirst.self,
    ShutdownLast.self,
    CancelledAnswers.self,
    DocumentVersions.self,
    DocumentBalance.self,
    EditsInRange.self,
    SavedText.self,
    PublishOrder.self,
    PublishTargets.self,
    ProgressBalance.self,
  ]

  /// Those that fit a recording: one with LSP's framing is judged as LSP.
  package static func all(for framing: Framing) -> [any Checker.Type] {
    framing == .contentLength ? general + languageServer : general
  }
}
