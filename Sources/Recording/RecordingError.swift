/// Why a recording cannot be read (exit code 65): what is wrong, at which record and byte, and what to try.
package struct RecordingError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case cannotOpen(String)
    case cannotRead(String)
    case notARecording(String)
    case newerVersion(String)
    /// The file ends where no recorder would have left it.
    case truncated
    case damaged(String)
    case overLimit(String)
    case invalid(String)
  }

  package var reason: Reason
  package var path: String?
  /// The last record that was read whole; nil: none.
  package var lastRecord: Int?
  /// The file offset at which reading stopped.
  package var offset: Int?

  package init(_ reason: Reason, path: String? = nil, lastRecord: Int? = nil, offset: Int? = nil) {
    self.reason = reason
    self.path = path
    self.lastRecord = lastRecord
    self.offset = offset
  }
}

extension RecordingError: CustomStringConvertible {
  package var description: String {
    let (what, remedy) = explanation
    let file = path.map { "\($0): " } ?? ""
    return "\(file)\(what)\(place)\(remedy.map { "; \($0)" } ?? "")"
  }

  private var place: String {
    switch (reason, lastRecord, offset) {
    case (.cannotOpen, _, _), (.notARecording, _, _), (.newerVersion, _, _): ""
    case (_, let record?, let offset?): ", in record \(record + 1) (the last whole one is \(record)), at byte \(offset)"
    case (_, let record?, nil): ", in record \(record + 1) (the last whole one is \(record))"
    case (_, nil, let offset?): ", in record 0 or the header, at byte \(offset)"
    case (_, nil, nil): ""
    }
  }

  private var explanation: (what: String, remedy: String?) {
    switch reason {
    case .cannotOpen(let why): ("cannot be opened: \(why)", "check the path and its permissions")
    case .cannotRead(let why): ("cannot be read: \(why)", nil)
    case .notARecording(let why):
      ("not a recording: \(why)", "recordings are made with 'reprise record -o FILE.trace.gz -- COMMAND'")
    case .newerVersion(let version):
      (
        "written in format version \(version); this program reads versions \(Format.major).x",
        "use a newer reprise"
      )
    case .truncated: ("the file is cut off", "copy it again; what stands before can be read with 'reprise show'")
    case .damaged(let what): ("the file is damaged: \(what)", "copy it again from where it came")
    case .overLimit(let what): ("refused: \(what)", "recordings within the format's limits never do this")
    case .invalid(let what): ("not valid: \(what)", nil)
    }
  }
}
