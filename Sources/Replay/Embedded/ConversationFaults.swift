package import Simulation

/// What may go wrong between the client and a simulated server, by the name of the place.
package enum ConversationPlace: String, CaseIterable, Sendable {
  /// The server ends in the middle of its work, as by a signal. Asked for each message that it gets.
  case server
  /// The client is slow to read. Asked for each piece that comes from the server.
  case clientRead = "client-read"
  /// What the client tells of files and settings comes late, or never: file watchers lose events. Edits are not touched.
  case notification = "client-notification"
  /// Time jumps, as when a machine was asleep. Asked for each message that the client sends.
  case clock

  /// Whether this kind of fault means something here.
  package func admits(_ fault: Fault) -> Bool {
    switch (self, fault) {
    case (.server, .fail), (.server, .crash), (.clientRead, .stall), (.notification, .drop), (.notification, .stall),
      (.clock, .stall):
      true
    default: false
    }
  }

  /// The kinds that do, as they are written.
  package var kinds: String {
    switch self {
    case .server: "fail"
    case .clientRead, .clock: "stall:MS"
    case .notification: "drop or stall:MS"
    }
  }
}

/// What goes wrong in a conversation; nothing, where nobody injects anything.
struct ConversationFaults: Sendable {
  /// What goes wrong this time, if anything.
  var fault: @Sendable (ConversationPlace) -> Fault? = { _ in nil }
  var jump: @Sendable (Duration) -> Void = { _ in }
  /// Whether anything may go wrong at all.
  private(set) var areInjected = false

  static let none = ConversationFaults()

  init() {}

  init(_ world: SimulatedWorld) {
    fault = { world.fault(at: $0.rawValue) }
    jump = { world.jump(by: $0) }
    areInjected = world.injectsFaults
  }

  /// Microseconds.
  func stall(at place: ConversationPlace) -> Int64? {
    guard case .stall(let duration)? = fault(place) else { return nil }
    return duration.microseconds
  }

  func jumpIfDue() { if case .stall(let duration)? = fault(.clock) { jump(duration) } }
}
