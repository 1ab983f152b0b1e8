/// The number of a state of all inputs. Every write makes the next one.
package struct Revision: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: UInt64

  package init(_ number: UInt64) { self.number = number }

  /// Before anything was written: what is discovered later was so from the start.
  package static let origin = Revision(0)

  package var next: Revision { Revision(number + 1) }

  package static func < (left: Revision, right: Revision) -> Bool { left.number < right.number }

  package var description: String { "r\(number)" }
}

/// How seldom an input changes. A memo that depends on durable inputs only is not validated edge by edge while they stay.
package enum Durability: UInt8, Comparable, CaseIterable, Sendable {
  /// What is being edited.
  case low
  /// Closed files, configuration.
  case medium
  /// An installed library.
  case high

  package static func < (left: Durability, right: Durability) -> Bool { left.rawValue < right.rawValue }
}

/// When the inputs of each durability changed last.
struct ChangeTimes: Sendable {
  private var low = Revision.origin
  private var medium = Revision.origin
  private var high = Revision.origin

  /// The last change of any input that is at least this durable.
  subscript(atLeast durability: Durability) -> Revision {
    switch durability {
    case .low: low
    case .medium: medium
    case .high: high
    }
  }

  /// A change of a durable input also counts for whoever depends on less durable ones, since a memo knows only the least.
  mutating func note(_ durability: Durability, at revision: Revision) {
    low = revision
    if durability >= .medium { medium = revision }
    if durability >= .high { high = revision }
  }
}
