import Glibc
import ProcessControl
import Recording

/// What to do about a signal that came to the recorder.
enum SignalPlan {
  enum Step: Equatable, Sendable {
    case record(String)
    case send(Int32)
    /// Stop, as a stopped server would have.
    case stop
  }

  /// The server is in our process group. A key on the terminal reaches the whole group, so that the server has its signal
  /// already; the same is true for a signal that the server sent to its group.
  static func steps(for event: SignalHandling.Event, server: Int32) -> [Step] {
    let hasItAlready = event.sender == nil || event.sender == server
    let record = Step.record(SignalName.of(event.number))
    let pass: [Step] = hasItAlready ? [] : [.send(event.number)]
    return [record] + pass + (event.number == SIGTSTP ? [.stop] : [])
  }
}

/// Passes signals on to the server, which would have got them if we were not here.
struct SignalThread: Sendable {
  let events: Int32
  let child: ChildProcess
  let intake: Intake
  /// A signal came when the server had ended.
  let onLateSignal: @Sendable () -> Void

  func run() {
    while let event = SignalHandling.next(from: events) {
      for step in SignalPlan.steps(for: event, server: child.processIdentifier) {
        switch step {
        case .record(let name): intake.add(.signal(name))
        case .send(let number): if !child.send(signal: number) { onLateSignal() }
        case .stop: kill(getpid(), SIGSTOP)
        }
      }
    }
  }
}
