/// Reads a recording, record by record, in bounded memory. The file is not trusted.
package struct RecordingReader {
  /// How the file ended.
  package enum Ending: Equatable, Sendable {
    /// The recorder finished it.
    case complete
    /// The recorder was stopped: everything up to this record (nil: none) is there.
    case unfinished(afterRecord: Int?)
  }

  package let header: Header
  /// Set once ``next()`` has returned nil.
  package private(set) var ending: Ending?

  /// Opens the file at `path` and reads the header.
  /// - Throws: ``RecordingError``.
  package init(path: String) throws(RecordingError) { fatalError("being written") }

  package init(bytes: [UInt8]) throws(RecordingError) { fatalError("being written") }

  /// The next record, or nil at the end.
  /// - Throws: ``RecordingError``; what was returned before counts.
  package mutating func next() throws(RecordingError) -> Record? { fatalError("being written") }

  /// Goes to the last keyframe at or before record `number`, without reading what stands before it. Does nothing when
  /// the file has no index.
  package mutating func seek(toRecord number: Int) throws(RecordingError) { fatalError("being written") }
}
