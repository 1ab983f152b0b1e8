/// When the client's messages go out. Each strategy has a file of its own.
///
/// Whatever the strategy, nothing goes before the answer to `initialize`, and `exit` waits for the answer to `shutdown`.
package protocol Pacing: Sendable {
  /// As it is written on the command line.
  var name: String { get }
  /// Whether a message waits for what it depended on in the recording.
  var awaitsDependencies: Bool { get }
  /// How much later than another moment something happens that was recorded `microseconds` after it; nil: at once.
  func delay(_ microseconds: Int64) -> Int64?
}

/// The strategies by name.
package enum Pacings {
  package static let syntax = "lockstep|recorded|scaled:X|flood"

  /// Nil when `text` names none.
  package static func named(_ text: String) -> (any Pacing)? {
    switch text {
    case "lockstep": return Lockstep()
    case "recorded": return RecordedPace(factor: 1, name: text)
    case "flood": return Flood()
    default:
      guard text.hasPrefix("scaled:"), let factor = Double(text.dropFirst("scaled:".count)), factor > 0,
        factor <= 1000
      else { return nil }
      return RecordedPace(factor: factor, name: text)
    }
  }
}
