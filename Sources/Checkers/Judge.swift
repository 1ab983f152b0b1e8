package import JSONRPC
package import Recording
import Transcript

/// Runs checkers over a recording, record by record.
package struct Judge: Sendable {
  private var session: Session
  private var seats: [Seat] = []
  /// The seats that want to see a kind of observation, by the kind's number.
  private var audiences = [[Int]](repeating: [], count: Interests.count)

  /// A checker and what it has to say.
  private struct Seat: Sendable {
    var checker: any Checker
    var report: Report

    mutating func consume(_ observation: Observation, _ session: Session, into findings: inout [Finding]) {
      checker.consume(observation, session, &report)
      report.move(to: &findings)
    }

    mutating func finish(_ ending: Ending, _ session: Session, into findings: inout [Finding]) {
      checker.finish(ending, session, &report)
      report.move(to: &findings)
    }
  }

  /// Those of `checkers` that the protocol and the limits give something to judge.
  package init(
    _ checkers: [any Checker.Type], kind: ProtocolKind = .languageServer, limits: CheckerLimits = CheckerLimits()
  ) {
    session = Session(kind: kind, limits: limits)
    for checker in checkers where checker.property.weight(in: kind) != nil && checker.isWanted(with: limits) {
      let interests = checker.interests
      for index in audiences.indices where interests.contains(Interests(rawValue: 1 << index)) {
        audiences[index].append(seats.count)
      }
      seats.append(Seat(checker: checker.init(), report: Report(checker.property, in: kind)))
    }
  }

  package init(framing: Framing, limits: CheckerLimits = CheckerLimits()) {
    self.init(Checkers.all(for: framing), kind: ProtocolKind(framing), limits: limits)
  }

  package mutating func consume(_ record: Record) -> [Finding] {
    var findings: [Finding] = []
    for observation in session.follow(record) {
      for index in audiences[Interests.index(of: observation.fact)] {
        seats[index].consume(observation, session, into: &findings)
      }
      session.consume(observation)
    }
    return findings
  }

  /// Ends the recording. `isComplete`: it was read to the end of the session.
  package mutating func finish(isComplete: Bool) -> [Finding] {
    let ending = Ending(
      isWhole: isComplete && session.end != nil, unanswered: session.conversation.unanswered,
      runningProgress: session.conversation.runningProgress)
    var findings: [Finding] = []
    for index in seats.indices { seats[index].finish(ending, session, into: &findings) }
    return findings
  }
}

extension Checkers {
  /// All that is found in a whole conversation. `isComplete`: it goes on to the end of the session.
  package static func findings(
    in records: [Record], framing: Framing, isComplete: Bool, limits: CheckerLimits = CheckerLimits()
  ) -> [Finding] {
    findings(in: records, by: all(for: framing), framing: framing, isComplete: isComplete, limits: limits)
  }

  /// All that some checkers find.
  package static func findings(
    in records: [Record], by checkers: [any Checker.Type], framing: Framing, isComplete: Bool,
    limits: CheckerLimits = CheckerLimits()
  ) -> [Finding] {
    var judge = Judge(checkers, kind: ProtocolKind(framing), limits: limits)
    return records.flatMap { judge.consume($0) } + judge.finish(isComplete: isComplete)
  }
}
