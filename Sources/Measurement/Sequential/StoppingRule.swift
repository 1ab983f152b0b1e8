/// After how many restarts a comparison is looked at, and what it takes to decide then.
package struct StoppingRule: Sendable, Equatable {
  package struct Look: Sendable, Equatable {
    package var restarts: Int
    /// How many standard errors above the limit mean FAIL.
    package var fail: Double
    /// How many below it mean PASS.
    package var pass: Double

    package init(restarts: Int, fail: Double, pass: Double) {
      self.restarts = restarts
      self.fail = fail
      self.pass = pass
    }
  }

  /// In order; at least one.
  package let looks: [Look]

  package init(looks: [Look]) {
    precondition(!looks.isEmpty && zip(looks, looks.dropFirst()).allSatisfy { $0.restarts < $1.restarts })
    self.looks = looks
  }

  /// The same distances at each look (as Pocock proposed: "Group sequential methods in the design and analysis of clinical trials", 1977).
  package init(first: Int, step: Int, cap: Int, fail: Double, pass: Double) {
    self.init(looks: stride(from: first, through: cap, by: step).map { Look(restarts: $0, fail: fail, pass: pass) })
  }

  /// What the gate uses: 8 restarts, then 4 at a time, at most 60. With the noise that a shared machine of two cores shows (1.8 % from
  /// restart to restart) more than 94 % of slowdowns by 4 % fail in one round, none by 2 %; half of a hundred comparisons end after 8.
  package static let standard = StoppingRule(first: 8, step: 4, cap: 60, fail: 2.8, pass: 2.4)

  /// Distances such that, on the limit itself, a comparison fails with probability `failing` and passes with probability `passing` over all
  /// looks together, however they are spread.
  package static func spending(
    restarts: [Int], failing: Double, passing: Double, as spending: AlphaSpending
  ) -> StoppingRule {
    let fail = spending.multiples(restarts: restarts, alpha: failing)
    let pass = spending.multiples(restarts: restarts, alpha: passing)
    return StoppingRule(
      looks: restarts.indices.map { Look(restarts: restarts[$0], fail: fail[$0], pass: pass[$0]) })
  }

  package var cap: Int { looks[looks.count - 1].restarts }

  /// What an estimate at one of the looks means.
  func decide(_ estimate: RestartEstimate, at look: Look, limit: Double) -> Decision? {
    if estimate.logRatio - look.fail * estimate.standardError > limit { return .fail }
    if estimate.logRatio + look.pass * estimate.standardError < limit { return .pass }
    return look.restarts == cap ? .unresolved : nil
  }
}

/// What a comparison came to.
package enum Decision: String, Sendable, Equatable, CaseIterable {
  case pass, fail
  /// Too close to the limit for the noise; never a silent pass.
  case unresolved
}
