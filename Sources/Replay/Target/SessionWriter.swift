import Glibc
import JSONRPC
import ProcessControl
package import Recording

/// Writes a replayed session as a recording: there is one type of file for all sessions.
package final class SessionWriter {
  private static let flushSize = 1 << 20

  private var encoder: RecordingEncoder
  private let descriptor: Int32
  private let path: String
  private var pending = 0
  private var messages = PerParty()
  private var lastTime: Int64 = 0
  /// Why writing failed; nothing is written after that.
  package private(set) var failure: String?

  /// - Throws: what is in the way of a new file at `path`; an existing one is never overwritten.
  package init(path: String, header: Header) throws(SessionWriterError) {
    encoder = RecordingEncoder(header: header)
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      let hint = errno == EEXIST ? "; choose another name or remove it" : ""
      throw SessionWriterError(
        description: "--save \(path): \(String(cString: strerror(errno)))\(hint)")
    }
  }

  package func append(_ event: Record.Event, at time: Int64) {
    encoder.append(event, at: time)
    lastTime = max(lastTime, time)
    switch event {
    case .message(let party, let message):
      messages[party] += 1
      pending += message.body.count
    case .standardError(let bytes), .noise(_, let bytes): pending += bytes.count
    case .file(let file): if case .captured(let bytes, _) = file.content { pending += bytes.count }
    default: break
    }
    if pending > Self.flushSize {
      write(encoder.flush())
      pending = 0
    }
  }

  /// Ends the file.
  package func finish(peers: Peers?, status: End.Status?) {
    if let peers { append(.peers(peers), at: lastTime) }
    if let status { append(.end(End(status: status, messages: messages)), at: lastTime) }
    write(encoder.finish())
    close(descriptor)
  }

  private func write(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    let error = Descriptor.writeAll(descriptor, bytes)
    if error != 0 { failure = "--save \(path): \(String(cString: strerror(error)))" }
  }
}

package struct SessionWriterError: Error, CustomStringConvertible {
  package var description: String
}
