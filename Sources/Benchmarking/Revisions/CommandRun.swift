import Glibc
package import ProcessControl

/// A program that is run to its end.
package struct CommandRun {
  package var status: ExitStatus
  /// Its standard output and error, each no longer than ``limit``: of more, the end.
  package var output: String
  package var errors: String

  package var succeeded: Bool { status == .exit(0) }

  static let limit = 1 << 20

  package static func run(_ command: [String], in directory: String? = nil) throws(BenchmarkingError) -> CommandRun {
    let child: ChildProcess
    do throws(SpawnError) {
      child = try ChildProcess.spawn(
        command: command[0], arguments: Array(command.dropFirst()), directory: directory, newProcessGroup: true)
    } catch {
      throw BenchmarkingError("cannot start \(command.joined(separator: " ")): \(error.message)")
    }
    Descriptor.close(child.standardInput)
    let errors = Drain(child.standardError)
    let output = Drain(child.standardOutput)
    let run = CommandRun(status: child.wait(), output: output.text(), errors: errors.text())
    _ = child.terminateGroup()
    return run
  }

  /// Reads on a thread of its own, so that no pipe stays full.
  private final class Drain: Sendable {
    private let bytes = Monitor<(bytes: [UInt8], isDone: Bool)>(([], false))

    init(_ descriptor: Int32) {
      let bytes = bytes
      _ = WorkerThread(name: "drain") {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) {
          bytes.withLock { state in
            state.bytes += buffer[..<count]
            if state.bytes.count > 2 * limit { state.bytes.removeFirst(state.bytes.count - limit) }
          }
        }
        Descriptor.close(descriptor)
        bytes.withLock { $0.isDone = true }
        bytes.broadcast()
      }
    }

    func text() -> String { bytes.wait { $0.isDone ? String(decoding: $0.bytes, as: UTF8.self) : nil } ?? "" }
  }
}
