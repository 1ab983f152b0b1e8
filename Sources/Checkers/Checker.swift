package import JSONRPC
package import Transcript

/// Judges one property of a conversation, observation by observation, in bounded memory.
package protocol Checker: Sendable {
  static var property: Property { get }
  init()

  mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report)
  /// The recording is over.
  mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report)
}

extension Checker {
  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {}
}

/// What a checker promises to find.
package struct Property: Equatable, Sendable {
  package var id: String
  /// One sentence.
  package var purpose: String
  /// The weight of an ordinary finding; some are only worth an observation.
  package var weight: Weight
}

/// How much a finding weighs.
package enum Weight: String, Sendable {
  /// The protocol, or plain sense, demands it: the recording fails.
  case must
  /// Worth knowing, but legal.
  case observation
}

/// One place where a property does not hold.
package struct Finding: Equatable, Sendable {
  package var checker: String
  package var weight: Weight
  package var record: Int
  package var expected: String
  package var came: String

  package init(checker: String, weight: Weight, record: Int, expected: String, came: String) {
    self.checker = checker
    self.weight = weight
    self.record = record
    self.expected = expected
    self.came = came
  }
}

/// Collects what one checker finds.
package struct Report: Sendable {
  let property: Property
  private(set) var findings: [Finding] = []

  init(_ property: Property) { self.property = property }

  mutating func find(_ record: Int, expected: String, came: String, weight: Weight? = nil) {
    findings.append(
      Finding(
        checker: property.id, weight: weight ?? property.weight, record: record, expected: expected, came: came))
  }

  mutating func observe(_ record: Int, expected: String, came: String) {
    find(record, expected: expected, came: came, weight: .observation)
  }

  mutating func takeFindings() -> [Finding] {
    defer { findings.removeAll(keepingCapacity: true) }
    return findings
  }
}

/// What was left when the recording ended.
package struct Ending: Sendable {
  /// The recording goes on to the end of the session.
  package var isWhole: Bool
  package var unanswered: [Exchange]
  package var runningProgress: [RequestID]
}
