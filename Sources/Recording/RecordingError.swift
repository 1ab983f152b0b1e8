/// Why a recording cannot be read (exit code 65).
package struct RecordingError: Error, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    case cannotOpen(String)
    case notARecording(String)
    case newerVersion(String)
    case truncated
    case damaged(String)
    case overLimit(String)
    case invalid(String)
  }

  package var reason: Reason
  package var path: String?
  /// The last record that was read whole.
  package var lastRecord: Int?
  /// The file offset at which reading stopped.
  package var offset: Int?

  package var description: String { "\(reason)" }
}
