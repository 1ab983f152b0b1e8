package import Recording

/// How far a recording could be read.
package enum RecordingState: Sendable {
  case complete
  /// The recorder was stopped: everything up to this record is there.
  case unfinished(afterRecord: Int?)
  /// Reading stopped here.
  case broken(RecordingError)

  package var word: String {
    switch self {
    case .complete: "complete"
    case .unfinished: "unfinished"
    case .broken: "broken"
    }
  }

  package var isComplete: Bool { if case .complete = self { true } else { false } }

  package var isBroken: Bool { if case .broken = self { true } else { false } }

  /// A sentence for stderr; nil when all is well.
  package func notice(path: String) -> String? {
    switch self {
    case .complete: nil
    case .unfinished(nil): "\(path): unfinished: the recorder was stopped before its first record"
    case .unfinished(let record?):
      "\(path): unfinished: the recorder was stopped; the recording ends after record \(record)"
    case .broken(let error): error.description
    }
  }
}
