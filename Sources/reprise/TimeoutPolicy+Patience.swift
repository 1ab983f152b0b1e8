import Replay

extension TimeoutPolicy {
  /// The usual one, but for requests, in microseconds, if that is said.
  static func of(request: Int64?) -> TimeoutPolicy {
    var policy = TimeoutPolicy()
    if let request { policy.request = request }
    return policy.patientAtTheEnd
  }

  /// A server that ends gets as much time as one that answers: some finish first what they are at, and LSP does not say how long they may.
  var patientAtTheEnd: TimeoutPolicy {
    var policy = self
    policy.exit = request
    return policy
  }
}
