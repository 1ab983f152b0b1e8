import JSONRPC
import Recording
package import Replay

/// A session and how it is run: all that decides whether it fails.
package struct ShrinkCandidate: Sendable {
  /// The client's side, with directions (docs/generated-recordings.md).
  package var session: RecordedSession
  package var options: RunOptions

  package init(session: RecordedSession, options: RunOptions) {
    self.session = session
    self.options = options
  }

  /// The recording that holds both, ready to be written: its header says how it is run, and what fails.
  package func recording(violation: String?) -> RecordedSession {
    var options = options
    options.violation = violation
    var session = session
    session.header.run = options.json(isGenerated: session.isGenerated)
    return session
  }

  /// A recording file. The shrinker touches no disk; who calls it writes this.
  package func bytes(violation: String?) -> [UInt8] {
    let recording = recording(violation: violation)
    var encoder = RecordingEncoder(header: recording.header)
    for record in recording.records { encoder.append(record.event, at: record.time) }
    return encoder.finish()
  }

  /// Equal for candidates that are the same to the last byte.
  var fingerprint: Fingerprint {
    var hash = Fingerprint()
    hash.add(options.json.serialized())
    for record in session.records {
      switch record.event {
      case .message(let party, let message):
        hash.add(party == .client ? 1 : 2)
        hash.add(UInt64(bitPattern: record.time))
        hash.add(message.body)
      case .file(let file):
        hash.add(UInt64(bitPattern: Int64(file.change ?? -1)))
        hash.add(Array(file.path.utf8))
        if case .captured(let bytes, _) = file.content { hash.add(bytes) }
      default: hash.add(Array(record.event.typeName.utf8))
      }
    }
    return hash
  }
}

/// Two 64-bit hashes of different kinds (FNV-1a, and a multiplicative one): equal ones are taken for the same candidate.
struct Fingerprint: Hashable {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func add(_ word: UInt64) {
    first = (first ^ word) &* 0x100_0000_01b3
    second = (second &+ word) &* 0xd6e8_feb8_6659_fd93
    second ^= second >> 32
  }

  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset + 8 <= raw.count {
        add(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      while offset < raw.count {
        add(UInt64(raw[offset]))
        offset += 1
      }
    }
  }
}
