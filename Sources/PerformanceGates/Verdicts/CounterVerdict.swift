import Measurement

/// One counter of one path: exact, so any growth is real.
package struct CounterVerdict: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case same
    case fewer
    /// More, as the budgets permit.
    case permitted(reason: String)
    case grown(limit: Int?)
    /// Target counts what base does not: nothing to compare yet.
    case new
    /// Gone, as the budgets permit.
    case removed(reason: String)
    case invalid(InvalidReason)
  }

  package var counter: String
  package var base: Int?
  package var target: Int?
  package var kind: Kind

  package init(counter: String, base: Int?, target: Int?, kind: Kind) {
    self.counter = counter
    self.base = base
    self.target = target
    self.kind = kind
  }

  package var outcome: GateOutcome {
    switch kind {
    case .same, .fewer, .permitted, .new, .removed: .pass
    case .grown: .fail
    case .invalid: .invalid
    }
  }

  package var reason: String? {
    switch kind {
    case .same, .fewer, .new: nil
    case .permitted(let reason), .removed(let reason): "\(counter): \(reason)"
    case .grown(let limit):
      "\(counter) grew from \(text(base)) to \(text(target))\(limit.map { ", above its budget of \($0)" } ?? ""); if that "
        + "is wanted, say so in this change's budgets (\"\(counter)\": { \"limit\": \(text(target)), \"reason\": \"…\" })"
    case .invalid(let reason): "\(reason)"
    }
  }

  private func text(_ value: Int?) -> String { value.map(String.init) ?? "nothing" }
}

extension CounterVerdict {
  /// What was counted for a path, and what the budgets say of it.
  init(_ counter: Series.Counter, path: String, allowance: CounterAllowance?) {
    let (base, target) = (Set(counter.base), Set(counter.target))
    self.init(counter: counter.name, base: counter.base.first, target: counter.target.first, kind: .same)
    switch (base.count, target.count) {
    case (2..., _), (_, 2...): kind = .invalid(.counterVaries(path: path, counter: counter.name))
    case (0, 0): kind = .invalid(.counterMissing(path: path, counter: counter.name, .target))
    case (0, _): kind = .new
    case (_, 0):
      if let allowance, allowance.limit == nil {
        kind = .removed(reason: allowance.reason)
      } else {
        kind = .invalid(.counterMissing(path: path, counter: counter.name, .target))
      }
    default: kind = Self.compare(counter.base[0], counter.target[0], allowance)
    }
  }

  private static func compare(_ base: Int, _ target: Int, _ allowance: CounterAllowance?) -> Kind {
    if target == base { return .same }
    if target < base { return .fewer }
    guard let allowance, let limit = allowance.limit, target <= limit else { return .grown(limit: allowance?.limit) }
    return .permitted(reason: allowance.reason)
  }
}
