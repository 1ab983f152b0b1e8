/// A file as the recording sink needs it; tests put a failing one in its place.
protocol RecordingFile {
  /// Creates the file, unless that was done.
  mutating func open() throws(FileFailure)
  /// Writes all of `bytes` from `offset` on.
  mutating func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure)
  /// Cuts the file to `size`.
  mutating func truncate(to size: Int) throws(FileFailure)
  /// Makes the finished file smaller, where that is quick. It is good as it is: failing does no harm and is not told.
  mutating func compact()
}

/// What the system said when a file could not be opened or written.
struct FileFailure: Error, Equatable, Sendable {
  var message: String
}
