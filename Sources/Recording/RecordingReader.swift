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
  private var history: History
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
    history = History(window: header.window)
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
    history.reset()
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
    guard line.number == nextNumber else { throw RecordingError(.invalid("a keyframe with another record's number")) }
    history.reset()
  }

  private mutating func readRecord(_ line: ParsedLine) throws(RecordingError) -> Record {
    guard let number = line.number, let time = line.time else {
      throw RecordingError(.invalid("a \(line.type.prefix(20)) record without n or at"))
    }
    guard number == nextNumber else {
      throw RecordingError(.invalid("its number is \(number) where \(nextNumber) is due"))
    }
    guard time >= lastTime else { throw RecordingError(.invalid("its time is before the last record's")) }
    let content = try resolve(line.content, record: number)
    let event = try EventParser.event(line, content: content)
    if case .end = event { hasEnded = true }
    (nextNumber, lastTime) = (number + 1, time)
    return Record(number: number, time: time, event: event)
  }

  /// The bytes of a content, which are then part of the history.
  private mutating func resolve(_ form: ContentForm?, record: Int) throws(RecordingError) -> [UInt8]? {
    switch form {
    case nil: return nil
    case .body(let bytes), .text(let bytes), .base64(let bytes):
      return try keep(bytes, record: record)
    case .same(let earlier):
      guard let place = history.place(ofRecord: earlier), history.contains(place) else {
        throw RecordingError(.invalid("it refers to record \(earlier), which is not in the window before it"))
      }
      try lines.count(expanded: place.count)
      history.append(reference: place, record: record)
      return Array(history.content(at: place))
    case .edit(let edit):
      let bytes: [UInt8]
      do throws(Edit.Failure) { bytes = try edit.apply(to: history) } catch { throw error.asRecordingError }
      try lines.count(expanded: bytes.count)
      return try keep(bytes, record: record)
    }
  }

  private mutating func keep(_ bytes: [UInt8], record: Int) throws(RecordingError) -> [UInt8] {
    guard bytes.count <= Format.maximumContent else {
      throw RecordingError(.overLimit("a content is longer than \(Format.maximumContent >> 20) MiB"))
    }
    history.append(bytes, record: record)
    return bytes
  }
}

extension RecordingError {
  /// The error with the place filled in where it was not known.
  fileprivate func at(path: String?, lastRecord: Int?, offset: Int) -> RecordingError {
    RecordingError(reason, path: self.path ?? path, lastRecord: self.lastRecord ?? lastRecord, offset: self.offset ?? offset)
  }
}

extension Edit.Failure {
  fileprivate var asRecordingError: RecordingError {
    switch self {
    case .unevenColumns: RecordingError(.invalid("an edit whose columns differ in length"))
    case .unknownRecord(let number):
      RecordingError(.invalid("an edit like record \(number), which is not within reach"))
    case .outsideHistory: RecordingError(.invalid("an edit that copies from outside the window"))
    case .badLength: RecordingError(.invalid("an edit whose lengths do not fit its text"))
    case .overLimit: RecordingError(.overLimit("an edit makes more than \(Format.maximumContent >> 20) MiB"))
    }
  }
}
