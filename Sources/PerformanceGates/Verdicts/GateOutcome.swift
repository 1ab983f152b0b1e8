/// What a gate says. Only PASS lets a change through.
package enum GateOutcome: String, Sendable, CaseIterable {
  case pass = "PASS"
  /// Slower than permitted, and confirmed; or a counter grew.
  case fail = "FAIL"
  /// Too close to the limit for the noise, or too few samples.
  case unresolved = "UNRESOLVED"
  /// What was measured says nothing about the change.
  case invalid = "INVALID"

  /// Of many: one failure is a failure, and nothing passes unless all pass. Of none: nothing was shown.
  package static func all(_ outcomes: some Sequence<GateOutcome>) -> GateOutcome {
    let outcomes = Array(outcomes)
    return [.fail, .invalid, .unresolved].first(where: outcomes.contains) ?? (outcomes.isEmpty ? .invalid : .pass)
  }
}
