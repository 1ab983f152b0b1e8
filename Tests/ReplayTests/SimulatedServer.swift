import JSONRPC
import Recording

@testable import Replay

/// Runs a session on a simulated clock against a server that is a function.
struct SimulatedServer {
  enum Reaction {
    case say(JSONValue)
    case exit(Int)
    case interrupt
  }

  struct Sent: Equatable {
    var time: Int64
    /// The method; for an answer its id.
    var what: String
  }

  /// What the server does for a message, each thing after a number of microseconds.
  var react: (_ method: String, _ message: JSONValue) -> [(after: Int64, Reaction)]

  /// Answers every request after a time, and exits when told to.
  static func answering(
    after delay: Int64 = 1000, _ special: @escaping (String, JSONValue) -> [(after: Int64, Reaction)]? = { _, _ in nil }
  ) -> SimulatedServer {
    SimulatedServer { method, message in
      if let reactions = special(method, message) { return reactions }
      if method == "exit" { return [(delay, .exit(0))] }
      guard let id = message["id"], message["method"] != nil else { return [] }
      return [(delay, .say(["jsonrpc": "2.0", "id": id, "result": nil]))]
    }
  }

  struct Result {
    var sent: [Sent] = []
    var actions: [ReplaySession.Action] = []
    var outcome = ReplayOutcome()
    var time: Int64 = 0

    func times(of what: String) -> [Int64] { sent.filter { $0.what == what }.map(\.time) }
    var order: [String] { sent.map(\.what) }
  }

  func run(_ recorded: RecordedSession, pacing: any Pacing = Lockstep(), timeouts: TimeoutPolicy = TimeoutPolicy())
    -> Result
  {
    run(recorded, options: ReplaySession.Options(pacing: pacing, timeouts: timeouts, processIdentifier: 1))
  }

  func run(_ recorded: RecordedSession, options: ReplaySession.Options) -> Result {
    var session = ReplaySession(script: Script(recorded), options: options)
    var result = Result()
    var queue: [(time: Int64, order: Int, event: ReplaySession.Event)] = [(0, 0, .start)]
    var order = 0
    // A session that does not end is a defect of its own: it shows as one that was not finished.
    for _ in 0..<10_000 where !session.isFinished {
      let next = queue.indices.min { (queue[$0].time, queue[$0].order) < (queue[$1].time, queue[$1].order) }
      let wake = session.wakeTime
      if let wake, next.map({ wake < queue[$0].time }) ?? true {
        queue.append((max(wake, result.time), -1, .tick))
        continue
      }
      guard let next else { break }
      let (time, _, event) = queue.remove(at: next)
      result.time = max(time, result.time)
      for action in session.handle(event, at: result.time) {
        result.actions.append(action)
        for (delay, reaction) in reactions(to: action, &result) {
          order += 1
          queue.append((result.time + delay, order, Self.event(reaction)))
        }
      }
    }
    result.outcome = session.outcome
    return result
  }

  private func reactions(to action: ReplaySession.Action, _ result: inout Result) -> [(after: Int64, Reaction)] {
    switch action {
    case .send(let framed):
      guard let message = try? JSONValue(parsing: framed.body) else { return [] }
      let id = String(decoding: (message["id"] ?? nil).serialized(), as: UTF8.self)
      let what = message["method"]?.string ?? "answer \(id)"
      result.sent.append(Sent(time: result.time, what: what))
      return react(what, message)
    case .kill: return [(1, .exit(137))]
    default: return []
    }
  }

  private static func event(_ reaction: Reaction) -> ReplaySession.Event {
    switch reaction {
    case .say(let value): .frame(.message(FramedMessage(body: value.serialized())))
    case .exit(let code): .exited(.exit(code))
    case .interrupt: .interrupted
    }
  }
}
