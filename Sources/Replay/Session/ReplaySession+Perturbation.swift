import JSONRPC
import Transcript

// What a perturbation changes of when things are sent.
extension ReplaySession {
  /// Whether a step that could go is to wait yet; when, if so.
  mutating func holdBack(_ step: Script.Step, at now: Int64) -> Int64? {
    guard let perturbation = options.perturbation else { return nil }
    if held?.record != step.record {
      let hold = perturbation.hold(step)
      held = (step.record, now + hold)
    }
    guard let held, held.until > now else { return nil }
    return held.until
  }

  /// Whether a cancel is sent elsewhere than in its place.
  mutating func isMoved(_ step: Script.Step) -> Bool {
    guard let perturbation = options.perturbation, case .notification(Method.cancelRequest) = step.role else {
      return false
    }
    switch perturbation.cancel(step) {
    case .asRecorded: return false
    case .rightAfterRequest: return sentEarly.contains(step.record)
    case .rightAfterAnswer:
      guard let id = step.message.params?["id"]?.requestID, let request = inFlight.record(of: id) else { return false }
      lateCancels[request] = step
      return true
    }
  }

  /// The cancel that follows a request at once.
  mutating func sendEarlyCancel(after step: Script.Step, at now: Int64) {
    guard let cancel = options.perturbation?.earlyCancels[step.record] else { return }
    sentEarly.insert(cancel.record)
    send(cancel, at: now)
  }

  /// The cancel that waited for the answer.
  mutating func sendLateCancel(afterAnswerTo request: Int, at now: Int64) {
    guard let cancel = lateCancels.removeValue(forKey: request), isTalking else { return }
    send(cancel, at: now)
  }
}
