import JSONRPC
import Recording

/// What an event adds to a run's hash: its name, and a number that depends on all of its bytes.
enum EventHash {
  static func of(_ event: Record.Event) -> (name: String, hash: UInt64) {
    switch event {
    case .message(.client, let message): ("client says", hash(message.body))
    case .message(.server, let message): ("server says", hash(message.body))
    case .noise(let party, let bytes): (party == .client ? "client's noise" : "server's noise", hash(bytes))
    case .close(let party): (party == .client ? "client closes" : "server closes", 1)
    default: ("event", 0)
    }
  }

  /// FNV-1a over words of eight bytes, each mixed; not for the defence against anybody.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index + 8 <= buffer.count {
        hash =
          (hash ^ UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))) &* 0x100_0000_01b3
        hash ^= hash >> 29
        index += 8
      }
      while index < buffer.count {
        hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01b3
        index += 1
      }
    }
    return hash
  }
}
