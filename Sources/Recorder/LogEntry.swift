import JSONRPC
import Recording

/// Something that is to be recorded.
struct LogEntry: Sendable {
  var event: Record.Event
  /// When it had arrived whole, in nanoseconds of `Uptime`.
  var time: Int64
}

extension LogEntry {
  /// What an entry is taken to occupy beyond its bytes.
  private static let overhead = 128

  /// The memory it occupies, about.
  var cost: Int {
    switch event {
    case .message(_, let message): message.body.capacity + (message.head?.count ?? 0) + Self.overhead
    case .noise(_, let bytes), .standardError(let bytes): bytes.capacity + Self.overhead
    case .file(let file):
      if case .captured(let bytes, _) = file.content { bytes.capacity + Self.overhead } else { Self.overhead }
    default: Self.overhead
    }
  }
}

/// What is missing from a recording.
struct Loss: Equatable, Sendable {
  var messages = PerParty()
  var bytes = 0
  var files = 0

  var isEmpty: Bool { self == Loss() }

  mutating func add(_ event: Record.Event) {
    switch event {
    case .message(let party, let message):
      messages[party] += 1
      bytes += message.body.count
    case .noise(_, let noise): bytes += noise.count
    case .standardError(let text): bytes += text.count
    case .file: files += 1
    case .gap(let gap): add(gap)
    default: break
    }
  }

  mutating func add(_ other: Loss) {
    messages.client += other.messages.client
    messages.server += other.messages.server
    bytes += other.bytes
    files += other.files
  }

  /// A gap that is itself lost.
  private mutating func add(_ gap: Gap) {
    messages.client += gap.messages.client
    messages.server += gap.messages.server
    bytes += gap.bytes
  }

  func gap(because reason: String) -> Gap {
    let also = files == 0 ? "" : "; also missing: \(files) \(files == 1 ? "file" : "files") of the workspace"
    return Gap(messages: messages, bytes: bytes, reason: reason + also)
  }
}
