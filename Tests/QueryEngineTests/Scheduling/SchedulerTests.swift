import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import Testing

@testable import QueryEngine

struct SchedulerTests {
  private func arrival(
    _ request: FeatureRequest, _ requestClass: RequestClass = .interactive, revision: UInt64 = 1, isFixed: Bool = false,
    origin: RequestOrigin = .client
  ) -> Arrival {
    Arrival(
      query: FeatureQuery(request, encoding: .utf16), revision: Revision(revision), isFixed: isFixed,
      requestClass: requestClass, origin: origin)
  }

  private func hover(_ line: Int) -> FeatureRequest { .hover(a, TextPosition(line: line, column: 0)) }
  private func complete(_ line: Int) -> FeatureRequest { .completion(a, TextPosition(line: line, column: 0)) }

  @Test func theMoreUrgentGetsTheNextSlot() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let first = scheduler.arrive(arrival(hover(0)))
    let background = scheduler.arrive(arrival(.libraryIndex, .background))
    let interactive = scheduler.arrive(arrival(hover(1)))
    let typing = scheduler.arrive(arrival(complete(0), .typing))
    #expect(first.actions == [.run(first.computation)])
    #expect(scheduler.end(first.computation).actions == [.run(typing.computation)])
    #expect(scheduler.end(typing.computation).actions == [.run(interactive.computation)])
    #expect(scheduler.end(interactive.computation).actions == [.run(background.computation)])
  }

  @Test func aBackgroundComputationGivesItsSlotBackAtTheEndOfItsStep() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let background = scheduler.arrive(arrival(.libraryIndex, .background))
    #expect(scheduler.stepEnded(background.computation) == .goOn)
    let typing = scheduler.arrive(arrival(complete(0), .typing))
    #expect(scheduler.stepEnded(background.computation) == .giveBack([.run(typing.computation)]))
    #expect(scheduler.end(typing.computation).actions == [.run(background.computation)])
  }

  @Test func backgroundLeavesOneSlotFree() {
    var scheduler = RequestScheduler(policy: .init(width: 2))
    let one = scheduler.arrive(arrival(.libraryIndex, .background))
    let two = scheduler.arrive(arrival(.workspaceDiagnostics, .background))
    #expect(one.actions == [.run(one.computation)])
    #expect(two.actions == [])
    let typing = scheduler.arrive(arrival(complete(0), .typing))
    #expect(typing.actions == [.run(typing.computation)])
  }

  @Test func backgroundGetsAStepAfterEnoughOthers() {
    var scheduler = RequestScheduler(policy: .init(width: 1, patience: 3))
    var typing = scheduler.arrive(arrival(complete(0), .typing))
    let background = scheduler.arrive(arrival(.libraryIndex, .background))
    var starts = 0
    for line in 1...10 {
      let next = scheduler.arrive(arrival(complete(line), .typing, isFixed: true))
      let actions = scheduler.end(typing.computation).actions
      typing = next
      if actions == [.run(background.computation)] { break }
      starts += 1
    }
    #expect(starts == 3)
    #expect(scheduler.counts[RequestClass.background.rawValue].promoted == 1)
    #expect(scheduler.stepEnded(background.computation) == .giveBack([.run(typing.computation)]))
  }

  @Test func computationsOfOneClassTakeTurns() {
    var scheduler = RequestScheduler(policy: .init(width: 1, quantum: 2))
    let one = scheduler.arrive(arrival(.libraryIndex, .background))
    let two = scheduler.arrive(arrival(.workspaceDiagnostics, .background))
    #expect(scheduler.stepEnded(one.computation) == .goOn)
    #expect(scheduler.stepEnded(one.computation) == .giveBack([.run(two.computation)]))
    #expect(scheduler.stepEnded(two.computation) == .goOn)
    #expect(scheduler.stepEnded(two.computation) == .giveBack([.run(one.computation)]))
  }

  @Test func identicalRequestsShareAndTheMostUrgentDecides() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let running = scheduler.arrive(arrival(hover(0)))
    let patient = scheduler.arrive(arrival(.workspaceDiagnostics, .background))
    let other = scheduler.arrive(arrival(hover(1)))
    let urgent = scheduler.arrive(arrival(.workspaceDiagnostics, .typing))
    #expect(urgent.computation == patient.computation)
    #expect(!urgent.isNew)
    #expect(scheduler.end(running.computation).actions == [.run(patient.computation)])
    let end = scheduler.end(patient.computation)
    #expect(end.members == [patient.request, urgent.request])
    #expect(end.actions == [.run(other.computation)])
  }

  @Test func requestsOfDifferentRevisionsDoNotShare() {
    var scheduler = RequestScheduler(policy: .init(width: 4))
    let one = scheduler.arrive(arrival(hover(0), revision: 1))
    let two = scheduler.arrive(arrival(hover(0), revision: 2))
    #expect(one.computation != two.computation)
  }

  @Test func whatIsBeingPreparedIsNotSharedWithAFixedSnapshot() {
    var scheduler = RequestScheduler(policy: .init(width: 4))
    var unprepared = arrival(hover(0))
    unprepared.needsPreparation = true
    let moving = scheduler.arrive(unprepared)
    let fixed = scheduler.arrive(arrival(hover(0), isFixed: true))
    #expect(moving.computation != fixed.computation)
    scheduler.move(moving.computation, to: Revision(2))
    _ = scheduler.resume(moving.computation)
    let later = scheduler.arrive(arrival(hover(0), revision: 1, isFixed: true))
    #expect(later.computation == fixed.computation)
  }

  @Test func theComputationGoesOnWhileOneFollowerIsLeft() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let one = scheduler.arrive(arrival(hover(0)))
    let two = scheduler.arrive(arrival(hover(0)))
    #expect(scheduler.cancel(one.request, .requested) == [.cancelled(one.request, .requested)])
    #expect(
      scheduler.cancel(two.request, .requested) == [.cancelled(two.request, .requested), .stop(one.computation)])
    #expect(scheduler.cancel(two.request, .requested) == [])
    #expect(scheduler.stepEnded(one.computation) == .stop)
    #expect(scheduler.end(one.computation).members == [])
  }

  @Test func whatOnlyWaitsIsDiscardedWhenCancelled() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    _ = scheduler.arrive(arrival(hover(0)))
    let waiting = scheduler.arrive(arrival(hover(1)))
    #expect(
      scheduler.cancel(waiting.request, .requested)
        == [.cancelled(waiting.request, .requested), .discard(waiting.computation)])
  }

  @Test func whatIsSuspendedIsDiscardedWhenCancelled() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let one = scheduler.arrive(arrival(hover(0)))
    let two = scheduler.arrive(arrival(hover(1)))
    #expect(scheduler.suspend(one.computation) == [.run(two.computation)])
    #expect(
      scheduler.cancel(one.request, .requested)
        == [.cancelled(one.request, .requested), .discard(one.computation)])
    // What it waited for comes all the same.
    #expect(scheduler.resume(one.computation) == [])
    #expect(scheduler.running == 1)
    #expect(scheduler.end(two.computation).members == [two.request])
    #expect(scheduler.running == 0)
  }

  @Test func whatIsCancelledBeforeItIsSuspendedIsDiscardedThen() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    let one = scheduler.arrive(arrival(hover(0)))
    let two = scheduler.arrive(arrival(hover(1)))
    #expect(
      scheduler.cancel(one.request, .requested) == [.cancelled(one.request, .requested), .stop(one.computation)])
    #expect(scheduler.suspend(one.computation) == [.discard(one.computation), .run(two.computation)])
    #expect(scheduler.resume(one.computation) == [])
    #expect(scheduler.running == 1)
  }

  @Test func whatIsBeingPreparedIsDiscardedWhenCancelled() {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    var unprepared = arrival(hover(0))
    unprepared.needsPreparation = true
    let one = scheduler.arrive(unprepared)
    #expect(
      scheduler.cancel(one.request, .requested)
        == [.cancelled(one.request, .requested), .discard(one.computation)])
    scheduler.move(one.computation, to: Revision(2))
    #expect(scheduler.resume(one.computation) == [])
    let later = scheduler.arrive(arrival(hover(0), revision: 2))
    #expect(later.actions == [.run(later.computation)])
  }

  @Test func aStoppingComputationIsJoinedByNobody() {
    var scheduler = RequestScheduler(policy: .init(width: 2))
    let one = scheduler.arrive(arrival(hover(0)))
    _ = scheduler.cancel(one.request, .requested)
    let two = scheduler.arrive(arrival(hover(0)))
    #expect(two.isNew)
  }

  struct SupersessionCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let older: FeatureRequest
    let newer: FeatureRequest
    var revisions: (UInt64, UInt64) = (1, 2)
    var isFixed = false
    var origins: (RequestOrigin, RequestOrigin) = (.client, .client)
    let isSuperseded: Bool
  }

  private static let line1 = TextPosition(line: 1, column: 0)

  @Test(arguments: [
    SupersessionCase(
      testDescription: "the cursor has moved", older: .completion(a, origin), newer: .completion(a, line1),
      revisions: (1, 1), isSuperseded: true),
    SupersessionCase(
      testDescription: "another file", older: .completion(a, origin), newer: .completion(b, origin), isSuperseded: false
    ),
    SupersessionCase(
      testDescription: "another feature", older: .completion(a, origin), newer: .signatureHelp(a, origin),
      isSuperseded: false),
    SupersessionCase(
      testDescription: "a newer state", older: .diagnostics(a), newer: .diagnostics(a), isSuperseded: true),
    SupersessionCase(
      testDescription: "tokens of a newer state", older: .semanticTokens(a, nil), newer: .semanticTokens(a, nil),
      isSuperseded: true),
    SupersessionCase(
      testDescription: "two views of one state", older: .semanticTokens(a, origin..<line1),
      newer: .semanticTokens(a, line1..<line1), revisions: (1, 1), isSuperseded: false),
    SupersessionCase(
      testDescription: "about a fixed snapshot", older: .diagnostics(a), newer: .diagnostics(a), isFixed: true,
      isSuperseded: false),
    SupersessionCase(
      testDescription: "somebody asked for it", older: .definition(a, origin), newer: .definition(a, line1),
      isSuperseded: false),
    SupersessionCase(
      testDescription: "the publisher's own", older: .diagnostics(a), newer: .diagnostics(a),
      origins: (.client, .publisher), isSuperseded: false),
  ])
  func aNewerRequestTakesAnOldersPlace(_ example: SupersessionCase) {
    var scheduler = RequestScheduler(policy: .init(width: 1))
    _ = scheduler.arrive(arrival(.libraryIndex))
    let older = scheduler.arrive(
      arrival(example.older, revision: example.revisions.0, isFixed: example.isFixed, origin: example.origins.0))
    let newer = scheduler.arrive(
      arrival(example.newer, revision: example.revisions.1, origin: example.origins.1))
    let isSuperseded = newer.actions.contains(.cancelled(older.request, .superseded))
    #expect(isSuperseded == example.isSuperseded)
  }
}
