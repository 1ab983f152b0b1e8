import JSONRPC
import Transcript

// What the messages of a generated recording wait for, and what they take from answers.
extension ReplaySession {
  /// How long the server may go on talking when somebody waits for it to be silent; microseconds.
  private static let longestWaitForQuiet: Int64 = 10_000_000

  /// What a step is to wait for by its own directions; nil when it waits for nothing.
  func readiness(by directions: Directions, at now: Int64) -> Readiness? {
    if directions.isBroken { return .passedOver }
    for request in directions.after where inFlight.hasLimit(request) { return .waiting(until: nil) }
    guard let quiet = directions.quiet else { return nil }
    // A request's own time-out decides about its answer.
    if !inFlight.awaited.isEmpty { return .waiting(until: nil) }
    let begin = max(blockedSince ?? now, inFlight.lastAnswer)
    let due = min(max(lastMessageTime, lastSentTime) + quiet, begin + Self.longestWaitForQuiet)
    return now < due ? .waiting(until: due) : nil
  }

  /// Who has waited goes on at his own pace from there, and does not hurry to make up for it.
  mutating func postponeRest(after step: Script.Step, at now: Int64) {
    guard let due = dueTime(of: step), due < now else { return }
    origin?.live += now - due
  }

  /// Puts the values in that a step takes from answers.
  ///
  /// - Returns: whether all were there.
  func take(_ directions: Directions, of step: Script.Step, into patch: inout MessagePatch) -> Bool {
    for taking in directions.takings {
      guard let answer = outcome.exchanges[taking.request]?.answer,
        let result = (try? Envelope(scanning: answer))?.result,
        let value = JSONView(answer, result)[path: taking.path]
      else { return false }
      patch.replace(JSONView(step.message.body, taking.place), with: Array(value.raw))
    }
    return true
  }
}
