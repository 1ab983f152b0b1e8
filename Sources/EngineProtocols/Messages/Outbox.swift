import JSONRPC
import Synchronization

/// What goes out: whole messages, one after the other, and for each request that is open exactly one answer.
///
/// Requests are answered from any thread. Whether one was cancelled before it was answered is decided here, under the lock under which the
/// answer goes out, so that a cancelled request can never be answered otherwise.
final class Outbox: Sendable {
  private struct Entry {
    var id: RequestID
    var isCancelled = false
  }

  private let framing: Framing
  private let output: @Sendable ([UInt8]) -> Void
  /// By the engine's names for them.
  private let open = Mutex<[String: Entry]>([:])

  /// `output` is called with one message at a time, framed; it must not wait for a reader, nor call the adapter.
  init(framing: Framing, output: @escaping @Sendable ([UInt8]) -> Void) {
    self.framing = framing
    self.output = output
  }

  /// A message that belongs to no open request.
  func send(_ body: [UInt8]) {
    open.withLock { _ in write(body) }
  }

  // MARK: Requests

  /// - Returns: false when there is an open request of that name.
  func begin(_ name: String, _ id: RequestID) -> Bool {
    open.withLock { open in
      guard open[name] == nil else { return false }
      open[name] = Entry(id: id)
      return true
    }
  }

  /// From now on the request's answer can only be that it was cancelled.
  ///
  /// - Returns: false when it is not open.
  func markCancelled(_ name: String) -> Bool {
    open.withLock { open in
      guard open[name] != nil else { return false }
      open[name]?.isCancelled = true
      return true
    }
  }

  /// Answers a request with what `render` makes of its id and of whether it was cancelled; does nothing if that has been done.
  func finish(_ name: String, _ render: (RequestID, _ isCancelled: Bool) -> [UInt8]) {
    guard let seen = open.withLock({ $0[name] }) else { return }
    // Outside of the lock: it may take a while, and others have something to say, too.
    let body = render(seen.id, seen.isCancelled)
    open.withLock { open in
      guard let entry = open.removeValue(forKey: name) else { return }
      write(entry.isCancelled == seen.isCancelled ? body : render(entry.id, entry.isCancelled))
    }
  }

  var openCount: Int { open.withLock { $0.count } }

  private func write(_ body: [UInt8]) { output(FramedMessage(body: body).bytes(framing: framing)) }
}
