import Glibc
import Recording
import Reporting

/// A recording on disk, read once from start to end.
enum RecordingFile {
  /// Reads the header.
  /// - Throws: ``RecordingError``.
  static func open(_ path: String) throws(RecordingError) -> RecordingReader { try RecordingReader(path: path) }

  /// Hands each record to `body` until it returns false, and says how far the recording goes.
  static func read(_ reader: inout RecordingReader, _ body: (Record) -> Bool) -> RecordingState {
    do throws(RecordingError) {
      while let record = try reader.next() {
        if !body(record) { return .complete }
      }
    } catch {
      return .broken(error)
    }
    switch reader.ending {
    case .complete, nil: return .complete
    case .unfinished(let record): return .unfinished(afterRecord: record)
    }
  }

  static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }
}

extension RecordingState {
  /// Says on stderr what is wrong with the file, and returns the exit code that it deserves.
  func report(path: String) -> ExitReason {
    if let notice = notice(path: path) { Output.message(Printable.escape(notice)) }
    return isBroken ? .badInput : .passed
  }
}

extension ExitReason {
  /// The worse of two outcomes: a file that cannot be read is worse than a property that failed.
  func worse(_ other: ExitReason) -> ExitReason { rawValue >= other.rawValue ? self : other }
}
