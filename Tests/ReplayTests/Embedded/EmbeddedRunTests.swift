import Checkers
import Glibc
import JSONRPC
import Measurement
import ProcessControl
import Recording
import Simulation
import SyntheticConversations
import Testing

@testable import Replay

func onAnotherThread(_ body: @escaping @Sendable () -> Void) {
  WorkerThread(name: "another") { body() }.join()
}

@Suite struct EmbeddedRunTests {
  /// Two hovers that may overlap, and edits.
  static func session(pause: Int64 = 1000) -> RecordedSession {
    var fixture = RecordedFixture.begun()
    fixture.builder.step = pause
    fixture.change(text: "two\n")
    let first = fixture.askHover(line: 1)
    let second = fixture.askHover(line: 2)
    fixture.builder.answer(first, RecordedFixture.hoverResult(line: 1))
    fixture.builder.answer(second, RecordedFixture.hoverResult(line: 2))
    fixture.change(text: "three\n")
    fixture.hover(line: 3)
    return fixture.ended()
  }

  static func run(
    _ fault: TestServer.Fault = .none, _ session: RecordedSession = session(), stopsAt: Int? = nil
  ) throws -> EmbeddedRun {
    var options = EmbeddedRun.Options()
    options.stopsAt = stopsAt
    return try EmbeddedRun(session, options: options, server: TestServer.factory(fault))
  }

  // MARK: One run

  @Test func aHealthySessionIsTheSameInVirtualTime() throws {
    let simulated = try Self.run(.none, Self.session(pause: 60_000_000)).simulate(RunOptions())
    #expect(simulated.verdict.conclusion == .passed, "\(simulated.verdict.failures)")
    #expect(simulated.verdict.total(\.same) == 5)
    #expect(simulated.verdict.diagnostics.contains { !$0.isSame } == false)
    #expect(simulated.status == .exit(0))
    // Fourteen minutes of a person's time took none of ours.
    #expect(simulated.report.time > .seconds(600))
    #expect(simulated.verdict.firstDiagnostics.replayed?.count == 2)
  }

  @Test(arguments: 0..<40)
  func equalRunsAreEqualToTheLastEvent(_ seed: UInt64) throws {
    let run = try Self.run()
    let options = RunOptions(seed: seed, length: run.typicalSteps)
    let (first, second) = (run.simulate(options), run.simulate(options))
    #expect(first.report.hash == second.report.hash)
    #expect(first.verdict.conclusion == .passed, "\(first.verdict.failures)")
    #expect(first.events.map(\.event) == second.events.map(\.event))
  }

  @Test func seedsChooseDifferentRuns() throws {
    let run = try Self.run()
    let hashes = Set((0..<40).map { run.simulate(RunOptions(seed: $0, length: run.typicalSteps)).report.hash })
    #expect(hashes.count > 20)
  }

  // MARK: Planted faults

  @Test(arguments: [
    (TestServer.Fault.answersTwice, "duplicateAnswer"), (.neverAnswersHover, "textDocument/hover: answer"),
    (.answersFromAnotherThread, "simulation"), (.sleepsReally, "simulation"),
  ])
  func aFaultThatAlwaysShowsFailsThePlainRun(_ fault: TestServer.Fault, _ signature: String) throws {
    let verdict = try Self.run(fault).simulate(RunOptions()).verdict
    #expect(verdict.conclusion == .failed)
    let isFound = verdict.signature.hasPrefix(signature) || verdict.problems.contains { $0.kind.rawValue == signature }
    #expect(isFound || verdict.failures.contains { $0.contains("missing") }, "\(verdict.signature) \(verdict.failures)")
  }

  @Test func aFaultThatDependsOnTheOrderIsFoundByACampaign() throws {
    let plain = try Self.run(.race, RecordedFixture.apart).simulate(RunOptions()).verdict
    #expect(plain.conclusion == .passed)
    let result = Campaign(try Self.run(.race, RecordedFixture.apart), firstSeed: 1, count: 200).perform()
    #expect(result.failures.map(\.signature) == ["textDocument/hover: answer differs"])
    #expect(result.passed > 0 && result.passed < 200)
    #expect(result.mismatches.isEmpty && result.doubleRuns == 20)
  }

  @Test func stalePublishesAreFoundByACheckerInSomeOrder() throws {
    var fixture = RecordedFixture.begun()
    for _ in 0..<5 { fixture.changeTwice("a", "ab") }
    let result = Campaign(try Self.run(.latePublish, fixture.ended()), firstSeed: 1, count: 300).perform()
    #expect(
      result.failures.contains { $0.signature == "property publish-order" }, "\(result.failures.map(\.signature))")
  }

  @Test func aHealthyCampaignFindsNothing() throws {
    let result = Campaign(try Self.run(), firstSeed: 1, count: 300).perform()
    #expect(result.failures.isEmpty && result.mismatches.isEmpty && result.passed == 300)
  }

  @Test func whatIsNotControlledIsFoundByRunningTwice() throws {
    var campaign = Campaign(try Self.run(.drawsForItself), firstSeed: 1, count: 3)
    campaign.doubleEvery = 1
    let result = campaign.perform()
    #expect(result.mismatches.count == 3)
    #expect(result.mismatches.first?.difference.contains("note server says") == true, "\(result.mismatches)")
  }

  @Test func filesOfThisMachineAreNotThere() throws {
    let verdict = try Self.run(.readsAFile).simulate(RunOptions()).verdict
    #expect(verdict.conclusion == .passed)
  }

  // MARK: Having a failure again

  @Test func aFailuresFileMakesTheSameRunAgain() throws {
    let folder = TemporaryFolder()
    let run = try Self.run(.race, RecordedFixture.apart)
    var campaign = Campaign(run, firstSeed: 1, count: 100)
    campaign.save = { run, options, _ in try? FailureFiles(folder: folder.path).write(run, options) }
    let failure = try #require(campaign.perform().failures.first)
    let path = try #require(failure.artefact)
    #expect("reprise replay failures/\(path.split(separator: "/").last ?? "")".count <= 120)

    let again = try EmbeddedRun(
      try RecordedSession.load(path: path), options: EmbeddedRun.Options(), server: TestServer.factory(.race))
    let options = try #require(try again.headerOptions())
    #expect(options.violation == failure.signature)
    let simulated = again.simulate(options)
    #expect(simulated.verdict.signature == failure.signature)
    #expect(simulated.report.drift?.isNone == true)
    #expect(ExpectedViolation.lines(simulated.verdict, options.violation).first?.contains("reproduced") == true)
    // Where the fault is mended, the file says so.
    let mended = try EmbeddedRun(
      try RecordedSession.load(path: path), options: EmbeddedRun.Options(), server: TestServer.factory())
    let healthy = mended.simulate(options).verdict
    #expect(healthy.conclusion == .passed)
    #expect(ExpectedViolation.lines(healthy, options.violation).first?.contains("did not come") == true)
  }

  @Test(arguments: [
    #"{"clock":"virtual","scheduler":"best"}"#, #"{"clock":"virtual","seed":"-1"}"#,
    #"{"clock":"virtual","faults":["x"]}"#,
  ])
  func aHeaderThatMakesNoSenseIsRefused(_ text: String) throws {
    let json = try JSONValue(parsing: Array(text.utf8))
    #expect(throws: RunOptionsError.self) { _ = try RunOptions(json) }
  }

  @Test func optionsComeBackFromTheirJSON() throws {
    var options = RunOptions(seed: .max, length: 100)
    options.faults = ["file-read": [FaultRule(.stall(.milliseconds(5)), rate: 1000), FaultRule(.fail)]]
    options.violation = "x"
    let back = try RunOptions(try JSONValue(parsing: options.json.serialized()))
    #expect(back == options)
    let other = try RunOptions(["replayed": "x"])
    #expect(other == nil)
  }

  // MARK: Stopping

  @Test func aStopShowsHowThingsWere() throws {
    let session = Self.session()
    let change = try #require(session.records.first { $0.isMessage(of: "textDocument/didChange") })
    let stop = try #require(try Self.run(.none, session, stopsAt: change.number).simulate(RunOptions()).stop)
    #expect(stop.record == change.number)
    let document = try #require(stop.documents.first)
    #expect(stop.documents.count == 1 && document.version == 2 && document.text == Array("two\n".utf8))
    #expect(stop.server == ["0 open"])
  }

  // MARK: Real threads

  @Test(arguments: [Flood() as any Pacing, Lockstep()])
  func itAlsoRunsOnRealThreads(_ pacing: any Pacing) throws {
    let verdict = try Self.run().play(pacing, width: 2, isInterrupted: { false })
    #expect(verdict.conclusion == .passed, "\(verdict.failures)")
    #expect(verdict.clock == pacing.name)
    #expect(verdict.simulation == nil)
  }

  @Test func whatIsMeasuredStandsBesideWhatIsSimulated() throws {
    let run = try Self.run()
    var verdict = run.simulate(RunOptions()).verdict
    verdict.measured = MeasuredRun(run, width: 2, isInterrupted: { false })
    #expect(verdict.measured?.failures == [])
    #expect(verdict.measured.map { $0.wallTime > 0 && $0.processorTime > 0 && $0.firstDiagnostics.count == 2 } == true)
    let text = TextReport.lines(verdict).joined(separator: "\n")
    #expect(text.contains("simulated (work has a fixed cost)") && text.contains("measured on real threads"))
  }

  @Test func anInterruptionEndsIt() throws {
    let verdict = try Self.run(.neverAnswersHover).play(Lockstep(), width: 2, isInterrupted: { true })
    #expect(verdict.conclusion == .interrupted)
  }
}

extension Record {
  func isMessage(of method: String) -> Bool {
    guard case .message(_, let framed) = event else { return false }
    return (try? Envelope(scanning: framed.body))?.method == method
  }
}

extension RecordedFixture {
  /// Two hovers, far enough from each other that they do not overlap unless pauses are shorter.
  static var apart: RecordedSession {
    var fixture = RecordedFixture.begun()
    fixture.builder.step = 100_000
    let first = fixture.askHover(line: 1)
    fixture.builder.notify("$/setTrace", ["value": "off"])
    let second = fixture.askHover(line: 2)
    fixture.builder.answer(first, RecordedFixture.hoverResult(line: 1))
    fixture.builder.answer(second, RecordedFixture.hoverResult(line: 2))
    return fixture.ended()
  }
}

/// Gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/reprise-embedded-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit {
    guard let child = try? ChildProcess.spawn(command: "rm", arguments: ["-rf", path]) else { return }
    for descriptor in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(descriptor) }
    _ = child.wait()
  }
}
