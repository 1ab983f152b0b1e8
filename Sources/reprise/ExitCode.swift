import ArgumentParser
import Reporting

/// The exit codes of every verb.
///
/// `record` is the exception: it ends the way the server ended, and has only ``cannotRun`` and ``usage`` of its own.
enum ExitReason: Int32, CaseIterable {
  case passed = 0
  /// A property failed, or a budget was exceeded.
  case failed = 1
  /// One input had two outcomes.
  case notDeterministic = 2
  /// The target or the harness could not run.
  case cannotRun = 3
  /// Too little or too noisy data: hold.
  case inconclusive = 4
  case usage = 64
  case badInput = 65
  case interrupted = 130
}

extension ExitReason {
  /// What a command throws to end with this code.
  var thrown: ArgumentParser.ExitCode { ArgumentParser.ExitCode(rawValue) }

  /// Says what is wrong with a command line where only its files could show it; what ends the verb.
  static func refused(_ message: String) -> ArgumentParser.ExitCode {
    Output.message(Printable.escape(message))
    return usage.thrown
  }
}
