/// How the server's diagnostics compare with the recording's last ones.
package enum DiagnosticsState: Sendable, Equatable {
  /// Equal for every document, and the server has looked at the same text.
  case equal
  /// Equal for every document, but the server may still be working.
  case equalSoFar
  case different
}

/// What a rule of quiescence may look at.
package struct QuiescenceView: Sendable {
  package var diagnostics: DiagnosticsState
  package var isProgressRunning: Bool
}

/// Says when a server that owes no answer is done. The protocol has no sign for it, so there is more than one way.
package protocol QuiescenceRule: Sendable {
  /// The time from which on the server counts as done, if it says nothing more.
  ///
  /// Everything was sent and answered at `since`; the server last said something at `lastMessage`, if that is later.
  func settledTime(_ view: QuiescenceView, since: Int64, lastMessage: Int64) -> Int64
}

/// Done as soon as every document has the diagnostics that it had in the end of the recording. Otherwise when the server has
/// been silent for a while; at the latest after a limit.
package struct FinalDiagnostics: QuiescenceRule {
  /// Microseconds of silence when the diagnostics are equal but may still change.
  package var shortQuiet: Int64
  /// Microseconds of silence when they are not equal.
  package var quiet: Int64
  package var limit: Int64

  package init(shortQuiet: Int64 = 200_000, quiet: Int64 = 2_000_000, limit: Int64 = 10_000_000) {
    self.shortQuiet = shortQuiet
    self.quiet = quiet
    self.limit = limit
  }

  package func settledTime(_ view: QuiescenceView, since: Int64, lastMessage: Int64) -> Int64 {
    switch view.diagnostics {
    case .equal: since
    case .equalSoFar: min(lastMessage + shortQuiet, since + limit)
    case .different: view.isProgressRunning ? since + limit : min(lastMessage + quiet, since + limit)
    }
  }
}

/// Done when the server has been silent for a while, whatever it said.
package struct Silence: QuiescenceRule {
  package var quiet: Int64
  package var limit: Int64

  package init(quiet: Int64, limit: Int64) {
    self.quiet = quiet
    self.limit = limit
  }

  package func settledTime(_ view: QuiescenceView, since: Int64, lastMessage: Int64) -> Int64 {
    min(lastMessage + quiet, since + limit)
  }
}
