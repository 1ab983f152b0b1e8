import Glibc
import JSONRPC
import ProcessControl
import Recording
import Synchronization

/// Passes one stream on: reads, writes, and then tells the intake what went by.
///
/// Three of them run, each on a thread of its own, with calls that block: the least that can stand between two processes.
final class Forwarder: Sendable {
  /// How a forwarder ended.
  enum Ending: Equatable, Sendable {
    /// The source has no more.
    case endOfInput
    /// Nobody reads the destination any more.
    case brokenDestination
    /// It was asked to stop, or to pass on what was there and stop.
    case stopped
  }

  /// Pipes hold 64 KiB; the sockets that some editors use hold more.
  private static let bufferSize = 128 << 10

  let stream: Intake.Stream
  let source: Int32
  let destination: Int32
  private let intake: Intake
  private let hasStopRequest = Atomic<Bool>(false)

  init(_ stream: Intake.Stream, from source: Int32, to destination: Int32, intake: Intake) {
    self.stream = stream
    self.source = source
    self.destination = destination
    self.intake = intake
  }

  /// Asks for an end. A blocking read must be interrupted as well, see ``WorkerThread/interrupt(with:)``.
  func requestStop() { hasStopRequest.store(true, ordering: .sequentiallyConsistent) }

  func run(framing: Framing) -> Ending {
    var tap = Tap(stream, framing: framing)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferSize, alignment: 4096)
    defer { buffer.deallocate() }
    while true {
      switch Descriptor.readOnce(source, into: buffer) {
      case .bytes(let count):
        guard forward(UnsafeRawBufferPointer(rebasing: buffer[..<count]), tap: &tap) else {
          return end(.brokenDestination, tap: &tap)
        }
      case .end: return end(.endOfInput, tap: &tap)
      case .interrupted:
        if mustStop { return end(.stopped, tap: &tap) }
      case .wouldBlock:
        if mustStop { return end(.stopped, tap: &tap) }
        Descriptor.poll(source, for: POLLIN)
      // A connection that was reset, a terminal that hung up: for the reader it is the end.
      case .failed: return end(.endOfInput, tap: &tap)
      }
    }
  }

  private var mustStop: Bool { hasStopRequest.load(ordering: .sequentiallyConsistent) }

  /// False when nobody reads any more. What was read is recorded all the same: it was sent.
  private func forward(_ bytes: UnsafeRawBufferPointer, tap: inout Tap) -> Bool {
    let time = Uptime.now()
    intake.begin(stream, at: time)
    let error = Descriptor.writeAll(destination, bytes)
    tap.consume(bytes)
    intake.end(stream, tap.events, at: time, isUrgent: tap.isUrgent)
    tap.clear()
    return error == 0
  }

  private func end(_ ending: Ending, tap: inout Tap) -> Ending {
    tap.finish(isClosed: ending == .endOfInput)
    intake.end(stream, tap.events, at: Uptime.now(), isUrgent: true)
    return ending
  }
}
