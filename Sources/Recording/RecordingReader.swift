private import JSONRPC

/// Reads a recording, record by record, in bounded memory. The file is not trusted.
package struct RecordingReader: ~Copyable {
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

  private let path: String?
  private let source: any ByteSource
  private var lines: LineReader
  private var window: ContentWindow
  private var nextNumber = 0
  private var lastTime: Int64 = 0
  private var hasEnded = false

  /// Opens the file at `path` and reads the header.
  package init(path: String) throws(RecordingError) {
    try self.init(source: try FileSource(path: path), path: path)
  }

  package init(bytes: [UInt8]) throws(RecordingError) {
    try self.init(source: MemorySource(bytes), path: nil)
  }

  private init(source: any ByteSource, path: String?) throws(RecordingError) {
    self.source = source
    self.path = path
    lines = LineReader(source: source)
    do throws(RecordingError) {
      header = try Self.readHeader(&lines)
    } catch {
      throw error.at(path: path, lastRecord: nil, offset: lines.offset)
    }
    window = ContentWindow(window: header.window)
  }

  /// The next record, or nil at the end.
  ///
  /// After an error, what was returned before counts; reading cannot go on.
  package mutating func next() throws(RecordingError) -> Record? {
    guard ending == nil else { return nil }
    do throws(RecordingError) {
      while true {
        switch try lines.next() {
        case .line(let line):
          if let record = try record(line) { return record }
        case .end(let atBoundary):
          ending = try ending(atBoundary: atBoundary)
          return nil
        }
      }
    } catch {
      throw error.at(path: path, lastRecord: nextNumber == 0 ? nil : nextNumber - 1, offset: lines.offset)
    }
  }

  /// Goes to the last keyframe at or before record `number`, without reading what stands before it.
  ///
  /// Does nothing when the file has no index: then reading goes on from where it is.
  package mutating func seek(toRecord number: Int) throws(RecordingError) {
    guard let keyframes = try KeyframeIndex.read(from: source),
      let keyframe = keyframes.last(where: { $0.number <= number })
    else { return }
    lines.seek(to: keyframe.offset)
    window.reset()
    (nextNumber, lastTime, hasEnded, ending) = (keyframe.number, keyframe.time, false, nil)
  }

  // MARK: Lines

  private static func readHeader(_ lines: inout LineReader) throws(RecordingError) -> Header {
    switch try lines.next() {
    case .line(let line): return try HeaderParser.parse(line)
    case .end(let atBoundary):
      throw RecordingError(atBoundary ? .notARecording("it is empty") : .truncated)
    }
  }

  private func ending(atBoundary: Bool) throws(RecordingError) -> Ending {
    guard atBoundary else { throw RecordingError(.truncated) }
    return hasEnded ? .complete : .unfinished(afterRecord: nextNumber == 0 ? nil : nextNumber - 1)
  }

  /// The record in a line; nil for a line of the file's structure.
  private mutating func record(_ line: [UInt8]) throws(RecordingError) -> Record? {
    let parsed: ParsedLine
    do { parsed = try LineParser.parse(line) } catch { throw RecordingError(.invalid("\(error) of its line")) }
    switch parsed.type {
    case "": throw RecordingError(.invalid("a line without a type"))
    case "header", "index": return nil
    case "keyframe":
      try readKeyframe(parsed)
      return nil
    default: return try readRecord(parsed)
    }
  }

  private mutating func readKeyframe(_ line: ParsedLine) throws(RecordingError) {
    _ = try HeaderParser.version(in: .object(line.members))
    guard line.number == nextNumber, line.time == lastTime else {
      throw RecordingError(.invalid("a keyframe with another record's number or time"))
    }
    window.reset()
  }

  private mutating func readRecord(_ line: ParsedLine) throws(RecordingError) -> Record {
    guard let delay = line.delay, (0...Self.longestTime).contains(delay), lastTime + delay <= Self.longestTime else {
      throw RecordingError(.invalid("a \(line.type.prefix(20)) record without a usable time"))
    }
    let kind = ContentWindow.Kind(type: line.type, party: line["from"]?.string.flatMap(Party.init))
    let event = try EventParser.event(line, content: try resolve(line.content, kind: kind))
    if case .end = event { hasEnded = true }
    lastTime += delay
    nextNumber += 1
    return Record(number: nextNumber - 1, time: lastTime, event: event)
  }

  /// Some 285 years of microseconds, within the 53 bits that every JSON program can hold.
  private static let longestTime: Int64 = 1 << 53

  /// The bytes of a content, which later records may then refer to.
  private mutating func resolve(_ form: ContentForm?, kind: ContentWindow.Kind) throws(RecordingError) -> [UInt8]? {
    let bytes: [UInt8]
    switch form {
    case nil: return nil
    case .body(let plain), .text(let plain), .base64(let plain): bytes = plain
    case .same(let back):
      guard back >= 1, let same = window.content(window.count(of: kind) - back, kind: kind) else {
        throw RecordingError(.invalid("it refers \(back) contents back, which is not within reach"))
      }
      bytes = same
      try lines.count(expanded: bytes.count)
    case .edit(let edit):
      do throws(Edit.Failure) { bytes = try edit.apply(to: &window, kind: kind) } catch { throw error.asRecordingError }
      try lines.count(expanded: bytes.count)
    }
    guard bytes.count <= Format.maximumContent else {
      throw RecordingError(.overLimit("a content is longer than \(Format.maximumContent >> 20) MiB"))
    }
    window.append(bytes, kind: kind)
    return bytes
  }
}

extension RecordingError {
  /// The error with the place filled in where it was not known.
  fileprivate func at(path: String?, lastRecord: Int?, offset: Int) -> RecordingError {
    RecordingError(
      reason, path: self.path ?? path, lastRecord: self.lastRecord ?? lastRecord, offset: self.offset ?? offset)
  }
}

extension Edit.Failure {
  fileprivate var asRecordingError: RecordingError {
    switch self {
    case .unevenColumns: RecordingError(.invalid("an edit with a column longer than copy"))
    case .outsideWindow: RecordingError(.invalid("an edit that copies from outside the contents within reach"))
    case .badNumber: RecordingError(.invalid("an edit that makes a negative number"))
    case .overLimit: RecordingError(.overLimit("an edit makes more than \(Format.maximumContent >> 20) MiB"))
    }
  }
}
