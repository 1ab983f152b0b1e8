import Glibc

/// What is yet to be written to the server. Never blocks: a server that does not read must not keep us from reading it.
struct OutgoingBytes {
  enum Progress { case done, blocked, broken }

  private var chunks: [[UInt8]] = []
  private var first = 0
  private var offset = 0

  var isEmpty: Bool { first == chunks.count }

  mutating func append(_ bytes: [UInt8]) { if !bytes.isEmpty { chunks.append(bytes) } }

  mutating func removeAll() { self = OutgoingBytes() }

  /// Writes as much as the pipe takes, and no more than `limit` bytes.
  mutating func write(to descriptor: Int32, limit: Int = .max) -> Progress {
    var left = limit
    while first < chunks.count {
      if left == 0 { return .blocked }
      let count = chunks[first].withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress! + offset, min(bytes.count - offset, left))
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EAGAIN ? .blocked : .broken
      }
      offset += count
      left -= count
      if offset == chunks[first].count { advance() }
    }
    return .done
  }

  private mutating func advance() {
    chunks[first] = []
    first += 1
    offset = 0
    if first == chunks.count || first > 1024 {
      chunks.removeFirst(first)
      first = 0
    }
  }
}
