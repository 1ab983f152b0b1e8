internal import CProcess

/// A set of signals by number.
package struct SignalSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// Signal N is bit N - 1.
  package var bits: UInt64

  package init(bits: UInt64) { self.bits = bits }
  package init(arrayLiteral numbers: Int32...) {
    bits = numbers.reduce(0) { $0 | 1 << UInt64($1 - 1) }
  }

  package func contains(_ number: Int32) -> Bool { bits & 1 << UInt64(number - 1) != 0 }
  package func subtracting(_ other: Self) -> Self { Self(bits: bits & ~other.bits) }
}

/// What a process does with signals that it did not choose itself: it is handed down from parent to child.
package struct SignalState: Hashable, Sendable {
  package var ignored: SignalSet
  package var blocked: SignalSet

  /// Every signal has its default action and none is blocked.
  package static let fresh = Self(ignored: [], blocked: [])

  /// What this program was started with.
  package static var inherited: Self {
    Self(
      ignored: SignalSet(bits: reprise_inherited_ignored_signals()),
      blocked: SignalSet(bits: reprise_inherited_blocked_signals()))
  }
}
