import Glibc
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// A directory that is gone when the test is over.
final class TemporaryDirectory {
  let path: String

  init() {
    var template = Array("/tmp/reprise-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { _ = try? ChildProcess.spawn(command: "rm", arguments: ["-rf", path]).wait() }

  func write(_ text: String, to name: String) {
    if let slash = name.lastIndex(of: "/") { makeDirectory(String(name[..<slash])) }
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    _ = Descriptor.writeAll(descriptor, Array(text.utf8))
    close(descriptor)
  }

  func makeDirectory(_ name: String) {
    var made = path
    for part in name.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o755)
    }
  }
}

/// A program with everything it says collected, and a limit on all waiting.
final class Conversation: Sendable {
  static let patience: Int64 = 20_000

  struct Collected: Sendable {
    var bytes: [UInt8] = []
    var hasEnded = false
  }

  /// Writing to a program that is gone is an error that a test may expect, not its end.
  private static let ignoresBrokenPipes: Void = SignalHandling.ignore([SIGPIPE])

  let process: ChildProcess
  let output = Monitor(Collected())
  let errors = Monitor(Collected())

  init(_ command: String, _ arguments: [String], directory: String? = nil) throws {
    Self.ignoresBrokenPipes
    process = try ChildProcess.spawn(command: command, arguments: arguments, directory: directory)
    Self.collect(process.standardOutput, output)
    Self.collect(process.standardError, errors)
  }

  private static func collect(_ descriptor: Int32, _ collected: Monitor<Collected>) {
    _ = WorkerThread(name: "collect") {
      var buffer = [UInt8](repeating: 0, count: 65536)
      while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) {
        collected.withLock { $0.bytes += buffer[..<count] }
        collected.broadcast()
      }
      collected.withLock { $0.hasEnded = true }
      collected.broadcast()
    }
  }

  /// Zero, or the number of the error.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Int32 { Descriptor.writeAll(process.standardInput, bytes) }

  func closeInput() { Descriptor.close(process.standardInput) }

  /// Waits until `text` was said; false when it never is.
  func waits(for text: String, on stream: Monitor<Collected>? = nil) -> Bool {
    let wanted = Array(text.utf8)
    // Where to look on: what was searched is not searched again.
    var start = 0
    return (stream ?? output).wait(until: Uptime.after(milliseconds: Self.patience)) { collected -> Bool? in
      if Self.find(wanted, in: collected.bytes, from: start) { return true }
      start = max(collected.bytes.count - wanted.count, 0)
      return collected.hasEnded ? false : nil
    } ?? false
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard wanted.count <= bytes.count, start <= bytes.count - wanted.count else { return false }
      return (start...(bytes.count - wanted.count)).contains { place in
        bytes[place] == wanted[0] && memcmp(bytes.baseAddress! + place, wanted, wanted.count) == 0
      }
    }
  }

  func waitsForEnd(of stream: Monitor<Collected>) -> Bool {
    stream.wait(until: Uptime.after(milliseconds: Self.patience)) { $0.hasEnded ? true : nil } ?? false
  }

  struct Result: Sendable {
    /// Nil when it had to be killed.
    var status: ProcessControl.ExitStatus?
    var output: [UInt8]
    var errors: String
  }

  /// Waits for the end.
  func finish() -> Result {
    let status = process.wait(milliseconds: Self.patience)
    if status == nil { process.send(signal: SIGKILL) }
    let isWhole = waitsForEnd(of: output) && waitsForEnd(of: errors)
    #expect(isWhole, "the output was held open")
    return Result(
      status: status, output: output.withLock { $0.bytes },
      errors: String(decoding: errors.withLock { $0.bytes }, as: UTF8.self))
  }
}

/// `reprise record` with a scripted server.
enum RecordRun {
  static func start(
    _ mode: [String], in directory: TemporaryDirectory, options: [String] = [], output: String = "session.trace.gz"
  ) throws -> Conversation {
    try start(command: [Tool.server] + mode, in: directory, options: options, output: output)
  }

  static func start(
    command: [String], in directory: TemporaryDirectory, options: [String] = [], output: String = "session.trace.gz"
  ) throws -> Conversation {
    let path = output.hasPrefix("/") ? output : "\(directory.path)/\(output)"
    return try Conversation(Tool.reprise, ["record", "-o", path] + options + ["--"] + command)
  }
}

/// A recording, read whole.
struct ReadRecording {
  var records: [Record] = []
  var header: Header
  var ending: RecordingReader.Ending?

  init(_ path: String) throws {
    var reader = try RecordingReader(path: path)
    header = reader.header
    while let record = try reader.next() { records.append(record) }
    ending = reader.ending
  }

  init(bytes: [UInt8]) throws {
    var reader = try RecordingReader(bytes: bytes)
    header = reader.header
    while let record = try reader.next() { records.append(record) }
    ending = reader.ending
  }

  /// The bytes that one side sent.
  func stream(_ party: Party) -> [UInt8] {
    records.flatMap { record -> [UInt8] in
      switch record.event {
      case .message(party, let message): message.bytes(framing: header.framing)
      case .noise(party, let bytes): bytes
      default: []
      }
    }
  }

  var standardError: [UInt8] {
    records.flatMap { record -> [UInt8] in
      if case .standardError(let bytes) = record.event { bytes } else { [] }
    }
  }

  func bodies(_ party: Party) -> [String] {
    records.compactMap { record in
      guard case .message(party, let message) = record.event else { return nil }
      return String(decoding: message.body, as: UTF8.self)
    }
  }

  var gaps: [Gap] {
    records.compactMap { if case .gap(let gap) = $0.event { gap } else { nil } }
  }

  var end: End? {
    if case .end(let end)? = records.last?.event { end } else { nil }
  }

  var files: [CapturedFile] {
    records.compactMap { if case .file(let file) = $0.event { file } else { nil } }
  }
}

func framed(_ body: String) -> [UInt8] { FramedMessage(body: Array(body.utf8)).bytes(framing: .contentLength) }
