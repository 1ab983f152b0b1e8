import JSONRPC
import Recording

/// Turns the bytes of one stream into events for the recording.
struct Tap {
  private let party: Party?
  private var framer: MessageFramer?
  private var sawMessage = false
  private var isClosing = false
  /// What the bytes so far completed.
  private(set) var events: [Record.Event] = []
  /// The events are to be written at once.
  private(set) var isUrgent = false

  init(_ stream: Intake.Stream, framing: Framing) {
    switch stream {
    case .client: party = .client
    case .server: party = .server
    case .standardError: party = nil
    }
    framer = party == nil ? nil : MessageFramer(framing: framing)
  }

  mutating func consume(_ bytes: UnsafeRawBufferPointer) {
    guard let party, framer != nil else {
      events.append(.standardError(Array(bytes)))
      return
    }
    framer!.consume(bytes) { events.append(Self.event(for: $0, from: party)) }
    if party == .client { lookForUrgency() }
  }

  /// The stream has ended, by itself or because we stop: what was begun is noise.
  mutating func finish(isClosed: Bool) {
    guard let party else { return }
    events += framer!.finish().map { Self.event(for: $0, from: party) }
    if isClosed || party == .server { events.append(.close(from: party)) }
  }

  mutating func clear() {
    events.removeAll(keepingCapacity: true)
    isUrgent = false
  }

  private static func event(for frame: Frame, from party: Party) -> Record.Event {
    switch frame {
    case .message(let message): .message(from: party, message)
    case .noise(let bytes): .noise(from: party, bytes)
    }
  }

  /// The first message is about to start the capture of the workspace. From `shutdown` on nothing waits: some editors
  /// kill the server, which is us, as soon as they have sent `exit`.
  private mutating func lookForUrgency() {
    for case .message(_, let message) in events {
      if !sawMessage || isClosing { isUrgent = true }
      sawMessage = true
      if message.body.count <= 256, message.body.mentions("\"shutdown\"") || message.body.mentions("\"exit\"") {
        isClosing = true
        isUrgent = true
      }
    }
  }
}

extension [UInt8] {
  /// Whether these characters stand anywhere in the bytes.
  func mentions(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    let first = text.utf8Start[0]
    for start in 0...(count - length) where self[start] == first {
      if (1..<length).allSatisfy({ self[start + $0] == text.utf8Start[$0] }) { return true }
    }
    return false
  }
}
