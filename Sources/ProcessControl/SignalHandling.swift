internal import CProcess
import Glibc

/// What this process does with signals.
package enum SignalHandling {
  /// A signal that came.
  package struct Event: Equatable, Sendable {
    package var number: Int32
    /// The process that sent it; nil when the kernel did, as for a key on the terminal, which the whole process group gets.
    package var sender: Int32?

    package init(number: Int32, sender: Int32?) {
      self.number = number
      self.sender = sender
    }
  }

  /// The signals that a program may be sent to make it do something, and that can be caught. Left out: `SIGCHLD` and
  /// `SIGPIPE`, which are about the receiver's own children and pipes; `SIGTTIN` and `SIGTTOU` likewise; faults.
  package static let forwardable: SignalSet = [
    SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGCONT, SIGTSTP, SIGVTALRM, SIGIO, SIGPWR,
  ]

  /// From now on these signals are written to a pipe, whose reading end is returned.
  package static func catching(_ signals: SignalSet) -> Int32? {
    guard let pipe = Descriptor.makePipe() else { return nil }
    _ = reprise_catch_signals(signals.bits, pipe.write)
    return pipe.read
  }

  /// The next signal from the pipe that ``catching(_:)`` returned; waits for it.
  package static func next(from descriptor: Int32) -> Event? {
    var event = reprise_signal_event()
    let result = withUnsafeMutableBytes(of: &event) { Descriptor.read(descriptor, into: $0) }
    guard result == .bytes(MemoryLayout<reprise_signal_event>.size) else { return nil }
    return Event(number: event.number, sender: event.sender == 0 ? nil : event.sender)
  }

  package static func ignore(_ signals: [Int32]) { for signal in signals { _ = reprise_ignore_signal(signal) } }

  /// Gives the signal a handler that does nothing, for ``WorkerThread/interrupt(with:)``.
  package static func interrupts(with signal: Int32) { _ = reprise_interrupt_on_signal(signal) }

  /// Ends this process the way a child ended, so that our parent sees what it would have seen from the child.
  package static func end(like status: ExitStatus) -> Never {
    if case .signal(let number) = status { reprise_die_by_signal(number) }
    guard case .exit(let code) = status else { exit(128) }
    exit(code)
  }
}
