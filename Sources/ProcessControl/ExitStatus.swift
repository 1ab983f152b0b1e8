/// How a process ended.
package enum ExitStatus: Hashable, Sendable {
  case exit(Int32)
  /// The number of the signal that ended it.
  case signal(Int32)
}

extension ExitStatus: CustomStringConvertible {
  package var description: String {
    switch self {
    case .exit(let code): "exit status \(code)"
    case .signal(let number): SignalName.of(number)
    }
  }
}
