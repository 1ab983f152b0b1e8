internal import CProcess
import Glibc

/// Raw reads and writes that try again when a signal came in between.
package enum Descriptor {
  package enum ReadResult: Equatable, Sendable {
    case bytes(Int)
    case end
    /// Nothing there, on a descriptor that does not block.
    case wouldBlock
    case interrupted
    case failed(Int32)
  }

  /// Reads once. Returns `interrupted` when a signal's handler ran; the caller decides whether to go on.
  package static func readOnce(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> ReadResult {
    let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    if count > 0 { return .bytes(count) }
    if count == 0 { return .end }
    switch errno {
    case EINTR: return .interrupted
    case EAGAIN: return .wouldBlock
    case let error: return .failed(error)
    }
  }

  /// Reads once, blocking until there is something, the end, or a failure.
  package static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> ReadResult {
    while true {
      switch readOnce(descriptor, into: buffer) {
      case .interrupted: continue
      case .wouldBlock: poll(descriptor, for: POLLIN)
      case let result: return result
      }
    }
  }

  /// Writes everything. Returns 0, or the error number of the write that failed.
  package static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        poll(descriptor, for: POLLOUT)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  package static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { writeAll(descriptor, $0) }
  }

  package static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// A pipe whose ends do not leak into programs that we start; nil when there are no descriptors left.
  package static func makePipe() -> (read: Int32, write: Int32)? {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutableBytes(of: &ends) { reprise_pipe($0.bindMemory(to: Int32.self).baseAddress) }
    return result < 0 ? nil : (read: ends.0, write: ends.1)
  }

  package static func setNonblocking(_ descriptor: Int32, _ isNonblocking: Bool = true) {
    _ = reprise_set_nonblocking(descriptor, isNonblocking ? 1 : 0)
  }

  /// Waits until the descriptor can be read or written, or `milliseconds` have passed (-1: for ever).
  @discardableResult
  package static func poll(_ descriptor: Int32, for events: Int32, milliseconds: Int32 = -1) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return Glibc.poll(&entry, 1, milliseconds) > 0
  }
}
