/// One remark for a pull request's page; who writes it there knows the syntax.
package struct Annotation: Sendable, Equatable {
  package enum Level: String, Sendable { case error, warning, notice }

  package var level: Level
  package var title: String
  package var message: String

  package init(level: Level, title: String, message: String) {
    self.level = level
    self.title = title
    self.message = message
  }
}

extension GateReport {
  /// What stops the change as errors, what could not be told as warnings.
  package var annotations: [Annotation] {
    func level(_ outcome: GateOutcome) -> Annotation.Level { outcome == .unresolved ? .warning : .error }
    let whole = reasons.map { Annotation(level: .error, title: "performance gate: INVALID", message: $0.description) }
    let paths = paths.filter { $0.outcome != .pass }.map { path in
      Annotation(
        level: level(path.outcome), title: "\(path.name): \(path.outcome.rawValue)",
        message: path.reasons.joined(separator: "; "))
    }
    let permitted = self.paths.filter { $0.outcome == .pass && !$0.reasons.isEmpty }.map { path in
      Annotation(level: .notice, title: "\(path.name): permitted", message: path.reasons.joined(separator: "; "))
    }
    let suites = suites.filter { $0.outcome != .pass }.map { suite in
      Annotation(
        level: level(suite.outcome), title: "suite \(suite.name): \(suite.outcome.rawValue)", message: suite.detail)
    }
    return whole + paths + suites + permitted
  }
}

extension RolloutReport {
  /// What sends a release back as an error, what holds it as warnings.
  package var annotations: [Annotation] {
    let place = "rollout, \(stage.rawValue)"
    let found = findings.map { finding in
      let level: Annotation.Level =
        switch finding.kind.decision {
        case .rollBack: .error
        case .hold: .warning
        case .go: .notice
        }
      return Annotation(level: level, title: "\(place): \(finding.kind.decision.rawValue)", message: finding.message)
    }
    guard decision == .go else { return found }
    let next = stage.next.map { "on to \($0.rawValue)" } ?? "the rollout is complete"
    return found + [Annotation(level: .notice, title: "\(place): GO", message: "build \(build): \(next)")]
  }
}
