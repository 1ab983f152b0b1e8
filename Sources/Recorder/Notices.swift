import Glibc
import ProcessControl
import Synchronization

/// What the recorder itself has to say, on the standard error that it shares with the server.
final class Notices: Sendable {
  private let write: @Sendable (String) -> Void
  private let saidTrouble = Mutex(false)

  /// Each line goes out in one write, so that it does not mix with the server's.
  init(write: @escaping @Sendable (String) -> Void = { _ = Descriptor.writeAll(STDERR_FILENO, Array($0.utf8)) }) {
    self.write = write
  }

  func say(_ text: String) { write("reprise: \(text)\n") }

  /// Something keeps us from recording. Only the first such line is said: the recording's gaps tell the rest.
  func sayTrouble(_ text: String) {
    let isFirst = saidTrouble.withLock { said in
      defer { said = true }
      return !said
    }
    if isFirst { say(text) }
  }
}
