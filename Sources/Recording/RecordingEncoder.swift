/// Turns records into the bytes of a recording. Owns state, does no I/O.
///
/// A caller appends records, asks for bytes with ``flush()``, writes them, and confirms with ``commit()``. After a failed
/// write it cuts the file back to ``committedSize`` and, when writing works again, asks ``recover()`` for the bytes to go on
/// with.
package struct RecordingEncoder {
  /// How hard to compress.
  package enum Effort: Sendable { case fast, thorough }

  /// The size of the file when everything up to the last ``commit()`` has been written, and nothing else.
  package var committedSize: Int { fatalError("being written") }
  /// The number that the next record gets.
  package var nextNumber: Int { fatalError("being written") }
  /// May be changed at any time.
  package var effort: Effort

  package init(header: Header, effort: Effort = .thorough) { fatalError("being written") }

  /// Appends a record. A time before the last record's counts as the last record's.
  package mutating func append(_ event: Record.Event, at time: Int64) { fatalError("being written") }

  /// All bytes since the last call, up to a byte boundary at which a reader can stop (`Z_SYNC_FLUSH`).
  package mutating func flush() -> [UInt8] { fatalError("being written") }

  /// The bytes that end the file: the rest, the index, the locator. Nothing can be appended afterwards.
  package mutating func finish() -> [UInt8] { fatalError("being written") }

  /// The bytes handed out so far are on disk.
  package mutating func commit() { fatalError("being written") }

  /// Forgets what was appended since the last ``commit()`` and returns the bytes that close the torn member and start a
  /// new one. They too must be committed. Numbering goes on from the last committed record.
  package mutating func recover() -> [UInt8] { fatalError("being written") }
}
