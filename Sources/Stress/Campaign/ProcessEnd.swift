import Checkers
import JSONRPC
import Recording
import Replay
import Transcript

/// What a server's process owes its client beside messages.
enum ProcessEnd {
  static let ends = "ends-on-exit"
  static let leavesNothing = "no-process-left"
  private static let terminated = 15

  /// LSP 3.17, "Exit Notification": it asks the server to exit its process. What it has started goes with it, or nobody ever ends that.
  static func findings(_ verdict: Verdict, _ events: [FreshOracle.Event]) -> [Finding] {
    guard verdict.conclusion != .interrupted else { return [] }
    func finding(_ checker: String, _ weight: Weight, _ expected: String, _ came: String) -> Finding {
      Finding(checker: checker, weight: weight, record: events.count, expected: expected, came: came)
    }
    if ranOn(verdict) {
      // The end of the input alone asks nothing.
      let weight: Weight = saysExit(events) ? .must : .observation
      return [finding(ends, weight, "the server to end behind exit", "it ran on, and was ended")]
    }
    guard verdict.leftovers > 0, case .exit? = verdict.status else { return [] }
    return [finding(leavesNothing, .must, "no process of the server's behind its end", "\(verdict.leftovers)")]
  }

  private static func ranOn(_ verdict: Verdict) -> Bool {
    verdict.status == .signal(terminated) || verdict.problems.contains { $0.kind == .killed }
  }

  private static func saysExit(_ events: [FreshOracle.Event]) -> Bool {
    events.contains { event, _ in
      guard case .message(.client, let message) = event else { return false }
      return (try? Envelope(scanning: message.body))?.kind == .notification(method: Method.exit)
    }
  }

  /// A server that ends by itself may refuse to go on with such a client: this is only observed.
  static func excuseEnd(_ verdict: inout Verdict) {
    guard case .exit(let status)? = verdict.status,
      let place = verdict.problems.firstIndex(where: { $0.kind == .crashed })
    else { return }
    verdict.findings.append(
      Finding(
        checker: StaysAlive.property.id, weight: .observation, record: verdict.problems[place].record ?? 0,
        expected: "the server to live until the client says good-bye", came: "it ended with status \(status)"))
    verdict.problems.remove(at: place)
    if verdict.conclusion == .failed, verdict.failures.isEmpty { verdict.conclusion = .passed }
  }

  /// An answer that comes late is late for the machine's sake, as far as we know: latencies of processes are not judged. One that never comes
  /// is a failure.
  static func excuseLateness(_ verdict: inout Verdict) {
    for index in verdict.findings.indices
    where verdict.findings[index].checker == Hang.property.id && verdict.findings[index].came.hasPrefix("one after") {
      verdict.findings[index].weight = .observation
    }
    guard verdict.total(\.missing) == 0 else { return }
    verdict.problems.removeAll { $0.kind == .timedOut }
    if verdict.conclusion == .failed, verdict.failures.isEmpty { verdict.conclusion = .passed }
  }

  /// Questions that nobody may ask, under ids that are none, may stay open, as long as the last one, which is proper, does not.
  static func excuseSilence(_ verdict: inout Verdict, _ events: [FreshOracle.Event]) {
    guard answersTheLast(events) else { return }
    for index in verdict.methods.indices { verdict.methods[index].missing = 0 }
    for index in verdict.findings.indices where verdict.findings[index].checker == Hang.property.id {
      verdict.findings[index].weight = .observation
    }
    verdict.problems.removeAll { $0.kind == .timedOut }
    if verdict.conclusion == .failed, verdict.failures.isEmpty { verdict.conclusion = .passed }
  }

  private static func answersTheLast(_ events: [FreshOracle.Event]) -> Bool {
    var last: RequestID?
    var isAnswered = false
    for (event, _) in events {
      guard case .message(let party, let message) = event, let kind = (try? Envelope(scanning: message.body))?.kind
      else { continue }
      switch (party, kind) {
      case (.client, .request(let id, let method)) where method != Method.shutdown: (last, isAnswered) = (id, false)
      case (.server, .response(let id?)) where id == last: isAnswered = true
      default: break
      }
    }
    return isAnswered
  }

  /// No protocol says what a server does with what no client may send: to refuse by an internal error or to end in good order is its
  /// right. To crash is not, nor to answer no more.
  static func excused(_ finding: Finding) -> Finding {
    let isCrash = finding.checker == StaysAlive.property.id && finding.came.hasPrefix("signal")
    guard !isCrash, finding.checker != Hang.property.id else { return finding }
    var finding = finding
    finding.weight = .observation
    return finding
  }
}
