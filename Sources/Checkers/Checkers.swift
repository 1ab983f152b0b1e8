// Checkers: one property a file, over the observations of a conversation. The lists below are the lists of what we promise
// to find; docs/checkers.md says for which protocol each is a must.
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
    StaysAlive.self,
    Hang.self,
  ]

  /// Those that hold for any conversation about documents.
  private static let documents: [any Checker.Type] = [
    CancelledAnswers.self,
    CancellationTerminal.self,
    CancelToAnswer.self,
    RequestLatency.self,
    NoInternalError.self,
    StatelessFollowUp.self,
    PositionsInDocument.self,
    RangeCoversPosition.self,
    WholeWords.self,
    SemanticTokensWellFormed.self,
    DocumentVersions.self,
    DocumentBalance.self,
    EditsInRange.self,
  ]

  /// Those that LSP adds.
  package static let languageServer: [any Checker.Type] =
    [
      InitializeFirst.self,
      ShutdownLast.self,
      NothingAfterShutdown.self,
    ] + documents + [
      SavedText.self,
      PublishOrder.self,
      PublishTargets.self,
      NoPublishAfterClose.self,
      FirstDiagnostics.self,
      SameQuestionSameAnswer.self,
      ProgressBalance.self,
    ]

  /// Those that query-engine-v2 adds.
  package static let queryEngine: [any Checker.Type] =
    [
      Handshake.self
    ] + documents + [
      CancelledUnasked.self,
      RevisionsIncrease.self,
      SnapshotNamed.self,
      FixedSnapshotDeterministic.self,
      UnknownSnapshot.self,
      ReadYourEdits.self,
      TelemetryComplete.self,
      QueueWait.self,
      CancelToStop.self,
    ]

  /// Those that hold for a server even if its client breaks the protocol.
  package static let whateverTheClientDoes: [any Checker.Type] = [StaysAlive.self, Hang.self, NoInternalError.self]

  /// Those that fit a protocol.
  package static func all(for kind: ProtocolKind) -> [any Checker.Type] {
    switch kind {
    case .languageServer: general + languageServer
    case .queryEngine: general + queryEngine
    }
  }

  /// Those that fit a recording.
  package static func all(for framing: Framing) -> [any Checker.Type] { all(for: ProtocolKind(framing)) }

  /// What is promised at all: each property once.
  package static var properties: [Property] {
    let first = all(for: .languageServer).map { $0.property }
    return first + all(for: .queryEngine).map { $0.property }.filter { !first.contains($0) }
  }
}
