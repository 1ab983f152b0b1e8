import Glibc
import ProcessControl

/// Standard output, written in large pieces. When its reader has gone away (`reprise show … | head`), that is no error:
/// what follows is dropped, and ``isClosed`` tells callers that they may stop.
final class StandardOutput {
  private static let pieceSize = 1 << 16

  private var pending: [UInt8] = []
  private(set) var isClosed = false

  init() { SignalHandling.ignore([SIGPIPE]) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  func write(_ text: String) { write(text.utf8) }

  func write(_ bytes: some Collection<UInt8>) {
    guard !isClosed else { return }
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pieceSize { flush() }
  }

  func flush() {
    guard !isClosed, !pending.isEmpty else { return }
    let error = Descriptor.writeAll(STDOUT_FILENO, pending)
    pending.removeAll(keepingCapacity: true)
    guard error != 0 else { return }
    isClosed = true
    if error != EPIPE { Output.message("cannot write to standard output: \(String(cString: strerror(error)))") }
  }
}
