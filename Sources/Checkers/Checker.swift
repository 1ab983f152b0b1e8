package import JSONRPC
package import Transcript

/// Judges one property of a conversation, observation by observation, in bounded memory.
package protocol Checker: Sendable {
  static var property: Property { get }
  /// What it wants to see; it is bothered with nothing else.
  static var interests: Interests { get }
  /// Whether it has anything to judge within these limits.
  static func isWanted(with limits: CheckerLimits) -> Bool
  init()

  /// `session` is as it was before the observation, its conversation as it is behind the whole record.
  mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report)
  /// The recording is over.
  mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report)
}

extension Checker {
  package static func isWanted(with limits: CheckerLimits) -> Bool { true }
  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {}
}

/// Kinds of observations.
package struct Interests: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let events = Interests(rawValue: 1 << 0)
  package static let messages = Interests(rawValue: 1 << 1)
  package static let answers = Interests(rawValue: 1 << 2)
  package static let cancels = Interests(rawValue: 1 << 3)
  package static let progress = Interests(rawValue: 1 << 4)
  package static let documents = Interests(rawValue: 1 << 5)
  package static let diagnostics = Interests(rawValue: 1 << 6)
  package static let anomalies = Interests(rawValue: 1 << 7)

  /// How many kinds there are.
  static let count = 8

  /// The number of an observation's kind.
  static func index(of fact: Observation.Fact) -> Int {
    switch fact {
    case .event: 0
    case .message: 1
    case .answered: 2
    case .cancel: 3
    case .progress: 4
    case .document: 5
    case .diagnostics: 6
    case .anomaly: 7
    }
  }
}

/// Collects what one checker finds.
package struct Report: Sendable {
  let property: Property
  let kind: ProtocolKind
  private(set) var findings: [Finding] = []

  init(_ property: Property, in kind: ProtocolKind) {
    self.property = property
    self.kind = kind
  }

  /// `weight` is the property's own unless it is said.
  mutating func find(_ record: Int, expected: String, came: String, weight: Weight? = nil) {
    guard let own = property.weight(in: kind) else { return }
    findings.append(
      Finding(checker: property.id, weight: weight ?? own, record: record, expected: expected, came: came))
  }

  mutating func observe(_ record: Int, expected: String, came: String) {
    find(record, expected: expected, came: came, weight: .observation)
  }

  mutating func move(to all: inout [Finding]) {
    guard !findings.isEmpty else { return }
    all += findings
    findings.removeAll(keepingCapacity: true)
  }
}

/// What was left when the recording ended.
package struct Ending: Sendable {
  /// The recording goes on to the end of the session.
  package var isWhole: Bool
  package var unanswered: [Exchange]
  package var runningProgress: [RequestID]
}
