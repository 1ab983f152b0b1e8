import Glibc
import JSONRPC
import ProcessControl

/// An agent's process, asked and awaited.
package final class AgentClient {
  package let greeting: AgentGreeting
  private let command: String
  private let child: ChildProcess
  private let lines: LineInput

  /// How long an agent may take for one answer, in milliseconds. Bringing a path to life may read a workspace.
  private static let patience: Int64 = 120_000
  /// How long it may take to take its files away.
  private static let farewell: Int64 = 30_000

  /// Starts the program and waits for its greeting.
  package init(_ command: [String], directory: String?) throws(BenchmarkingError) {
    self.command = command.joined(separator: " ")
    SignalHandling.ignore([SIGPIPE])
    do throws(SpawnError) {
      child = try ChildProcess.spawn(
        command: command[0], arguments: Array(command.dropFirst()), directory: directory, newProcessGroup: true)
    } catch {
      throw BenchmarkingError("cannot start \(command.joined(separator: " ")): \(error.message)")
    }
    lines = LineInput(child.standardOutput)
    guard let line = lines.next(milliseconds: Self.patience), let json = try? JSONValue(parsing: line),
      let greeting = AgentGreeting(json)
    else {
      let said = Self.lastWords(of: child)
      _ = child.terminateGroup()
      Self.close(child)
      throw BenchmarkingError(
        "\(command.joined(separator: " ")) does not greet as an agent of this version does\(said); was it built from a "
          + "revision that has `reprise bench --agent`?")
    }
    self.greeting = greeting
  }

  /// It ends with its input, and takes its files away.
  deinit {
    Descriptor.close(child.standardInput)
    if child.wait(milliseconds: Self.farewell) == nil { _ = child.terminateGroup() }
    for end in [child.standardOutput, child.standardError] { Descriptor.close(end) }
  }

  package func send(_ request: AgentRequest) throws(BenchmarkingError) {
    guard Descriptor.writeAll(child.standardInput, request.json.serialized() + [UInt8(ascii: "\n")]) == 0 else {
      throw BenchmarkingError("\(command) has ended\(Self.lastWords(of: child))")
    }
  }

  /// Asks it to stay on one processor, if it is one that can.
  package func bind(to processor: Int) throws(BenchmarkingError) {
    guard greeting.canBind else { return }
    try send(.bind(processor: processor))
    guard lines.next(milliseconds: Self.patience) != nil else {
      throw BenchmarkingError("\(command) has ended\(Self.lastWords(of: child))")
    }
  }

  package func start() throws(BenchmarkingError) -> AgentStart { try receive(AgentStart.init) }
  package func sample() throws(BenchmarkingError) -> AgentSample { try receive(AgentSample.init) }

  private func receive<Reply>(_ read: (JSONValue) -> Reply?) throws(BenchmarkingError) -> Reply {
    guard let line = lines.next(milliseconds: Self.patience) else {
      let hasEnded = child.wait(milliseconds: 200) != nil
      throw BenchmarkingError(
        hasEnded
          ? "\(command) has ended\(Self.lastWords(of: child))"
          : "\(command) has not answered for \(Self.patience / 1000) s; run it by hand to see why")
    }
    guard let json = try? JSONValue(parsing: line) else {
      throw BenchmarkingError(
        "\(command) answered what is no JSON: \(String(decoding: line.prefix(80), as: UTF8.self))")
    }
    if let message = json["error"]?.string { throw BenchmarkingError("\(command): \(message)") }
    guard let reply = read(json) else {
      throw BenchmarkingError("\(command) answered something else than it was asked for")
    }
    return reply
  }

  /// What it wrote to its standard error, if anything.
  private static func lastWords(of child: ChildProcess) -> String {
    Descriptor.setNonblocking(child.standardError)
    var buffer = [UInt8](repeating: 0, count: 2000)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.readOnce(child.standardError, into: $0) })
    else { return "" }
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    return " (it says: \(text.split(separator: "\n").last.map(String.init) ?? text))"
  }

  private static func close(_ child: ChildProcess) {
    for end in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(end) }
  }
}

/// A program's output, a line at a time.
final class LineInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let longestLine = 1 << 20

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Nil at the end, after so many milliseconds, or when the line is too long to be one.
  func next(milliseconds: Int64) -> [UInt8]? {
    let deadline = Uptime.after(milliseconds: milliseconds)
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return Array(buffer[..<end])
      }
      let left = (deadline - Uptime.now()) / 1_000_000
      guard buffer.count < Self.longestLine, left > 0,
        Descriptor.poll(descriptor, for: Int32(POLLIN), milliseconds: Int32(clamping: left)),
        case .bytes(let count) = piece.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) })
      else { return nil }
      buffer += piece[..<count]
    }
  }
}
