/// What is hashed.
public struct SimulationEvent: Sendable, Equatable, CustomStringConvertible {
  /// What happened.
  public enum Kind: UInt8, Sendable {
    /// A job of the task runs.
    case run = 1
    /// Time has come to `value` nanoseconds.
    case time = 2
    /// `value` was drawn.
    case choice = 3
    /// The code says that something happened.
    case note = 4
  }

  /// What happened.
  public var kind: Kind
  /// The task's name, the stream's, or the note.
  public var subject: String
  /// How many were ready, the time, what was drawn, or what was noted.
  public var value: UInt64

  /// One line.
  public var description: String {
    switch kind {
    case .run: "run \(subject) (\(value) ready)"
    case .time: "time \(Duration.nanoseconds(Int64(clamping: value)))"
    case .choice: "\(subject) chose \(value)"
    case .note: value == 0 ? "note \(subject)" : "note \(subject) (\(String(value, radix: 16)))"
    }
  }
}
