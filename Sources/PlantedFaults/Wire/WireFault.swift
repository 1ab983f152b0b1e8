/// What is wrong with the messages between a client and an engine. A state machine: messages come in, and what to do with them comes
/// out.
protocol WireFault: Sendable {
  mutating func client(_ message: WireMessage) -> [WireAction]
  /// - Returns: what the client hears instead.
  mutating func server(_ message: WireMessage) -> [WireMessage]
}

extension WireFault {
  mutating func client(_ message: WireMessage) -> [WireAction] { [.pass(message)] }
  mutating func server(_ message: WireMessage) -> [WireMessage] { [message] }
}

/// What becomes of a client's message.
enum WireAction: Sendable {
  /// The engine hears this.
  case pass(WireMessage)
  /// The client hears this.
  case tell(WireMessage)
  /// The engine is gone, with this status.
  case exit(Int32)
}
