package import JSONRPC
package import Recording
import Transcript

/// Runs checkers over a recording, record by record.
package struct Judge: Sendable {
  private var conversation = Conversation()
  private var session = Session()
  private var seats: [Seat]

  /// A checker and what it has to say.
  private struct Seat: Sendable {
    var checker: any Checker
    var report: Report

    mutating func consume(_ observation: Observation, _ session: Session) -> [Finding] {
      checker.consume(observation, session, &report)
      return report.takeFindings()
    }

    mutating func finish(_ ending: Ending, _ session: Session) -> [Finding] {
      checker.finish(ending, session, &report)
      return report.takeFindings()
    }
  }

  package init(_ checkers: [any Checker.Type]) {
    seats = checkers.map { Seat(checker: $0.init(), report: Report($0.property)) }
  }

  package init(framing: Framing) { self.init(Checkers.all(for: framing)) }

  package mutating func consume(_ record: Record) -> [Finding] {
    var findings: [Finding] = []
    for observation in conversation.consume(record) {
      for index in seats.indices { findings += seats[index].consume(observation, session) }
      session.consume(observation)
    }
    return findings
  }

  /// Ends the recording. `isComplete`: it was read to the end of the session.
  package mutating func finish(isComplete: Bool) -> [Finding] {
    let ending = Ending(
      isWhole: isComplete && session.end != nil, unanswered: conversation.unanswered,
      runningProgress: conversation.runningProgress)
    return seats.indices.flatMap { seats[$0].finish(ending, session) }
  }
}

extension Checkers {
  /// All that is found in a whole conversation. `isComplete`: it goes on to the end of the session.
  package static func findings(in records: [Record], framing: Framing, isComplete: Bool) -> [Finding] {
    var judge = Judge(framing: framing)
    return records.flatMap { judge.consume($0) } + judge.finish(isComplete: isComplete)
  }
}
