import JSONRPC
import Measurement
import ProcessControl
import Recording

/// Times one client's requests, from being sent to being answered, and keeps to its turns.
package struct RequestTimer {
  /// One request.
  package struct Timing: Sendable, Equatable {
    package var method: String
    /// Nanoseconds; nil while it has no answer.
    package var time: Double?
    package var isError = false
    var wasFirst: Bool
  }

  let side: Side
  let turns: TurnTaking
  /// Work that is planted: so much of each request's time is added to it, by computing.
  let plantedShare: Double

  private(set) var timings: [Timing] = []
  private var open: [RequestID: (index: Int, sent: Int64)] = [:]
  private var bursts = 0

  init(side: Side, turns: TurnTaking, plantedShare: Double) {
    self.side = side
    self.turns = turns
    self.plantedShare = plantedShare
  }

  mutating func observe(_ event: Record.Event) {
    guard case .message(let party, let message) = event, let envelope = try? Envelope(scanning: message.body) else {
      return
    }
    switch (party, envelope.kind) {
    case (.client, .request(let id, let method)): sent(id, method)
    case (.server, .response(let id?)): answered(id, isError: envelope.error != nil)
    default: break
    }
  }

  private mutating func sent(_ id: RequestID, _ method: String) {
    if open.isEmpty { turns.begin(side) }
    open[id] = (timings.count, Uptime.now())
    timings.append(Timing(method: method, wasFirst: turns.first(burst: bursts) == side))
  }

  private mutating func answered(_ id: RequestID, isError: Bool) {
    guard let request = open.removeValue(forKey: id) else { return }
    if plantedShare > 0 {
      BusyWork.compute(until: request.sent + Int64(Double(Uptime.now() - request.sent) * (1 + plantedShare)))
    }
    timings[request.index].time = Double(Uptime.now() - request.sent)
    timings[request.index].isError = isError
    if open.isEmpty {
      bursts += 1
      turns.end(side)
    }
  }
}
