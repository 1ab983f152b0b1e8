import Glibc
import JSONRPC
import Measurement
import ProcessControl
import Recording
import SyntheticConversations
import TestSupport
import Testing
import Transcript

@testable import Replay

/// Replays of a process under other timings.
@Suite struct PerturbedReplayTests {
  private static func session() -> RecordedSession {
    var fixture = RecordedFixture.begun()
    for line in 1...4 {
      fixture.change(text: String(repeating: "x", count: line) + "\n")
      let hover = fixture.askHover(line: line)
      fixture.builder.notify("$/cancelRequest", ["id": hover.id.json])
      fixture.builder.answer(hover, RecordedFixture.hoverResult(line: line))
    }
    fixture.hover(line: 5)
    return fixture.ended()
  }

  // MARK: What a seed decides

  @Test func aSeedDecidesAlwaysTheSame() {
    let script = Script(Self.session())
    let perturbations = (0..<30).map { Perturbation(seed: $0, script: script) }
    #expect(perturbations == (0..<30).map { Perturbation(seed: $0, script: script) })
    let kinds = Set(perturbations.flatMap { one in script.steps.map { "\(one.cancel($0))" } })
    #expect(kinds == ["asRecorded", "rightAfterRequest", "rightAfterAnswer"])
    let holds = perturbations.flatMap { one in script.steps.map { one.hold($0) } }
    #expect(holds.contains(0) && holds.contains { $0 > 5000 } && holds.allSatisfy { (0..<50_000).contains($0) })
  }

  @Test func writesAreCutIntoPiecesOfAllSizes() {
    var writes = SplitWrites(seed: 3)
    let pieces = (0..<500).map { _ in writes.next() }
    #expect(pieces.allSatisfy { $0.size > 0 && $0.size <= 8192 && (0..<500).contains($0.pause) })
    #expect(pieces.contains { $0.size < 5 } && pieces.contains { $0.size > 4000 } && pieces.contains { $0.pause > 0 })
  }

  /// Each message of the client goes exactly once, none before what it depended on, and cancels after their requests.
  @Test(arguments: 0..<60)
  func causalityIsKept(_ seed: UInt64) throws {
    let recorded = Self.session()
    let script = Script(recorded)
    var options = ReplaySession.Options(processIdentifier: 1)
    options.perturbation = Perturbation(seed: seed, script: script)
    let result = SimulatedServer.answering(after: 2000).run(recorded, options: options)
    let expected = script.steps.compactMap(\.message.method).sorted()
    #expect(result.order.filter { $0 != "reply" }.sorted() == expected, "\(result.order)")
    let hovers = result.times(of: "textDocument/hover")
    let cancels = result.times(of: "$/cancelRequest")
    #expect(hovers.count == 5 && cancels.count == 4)
    #expect(zip(hovers, cancels).allSatisfy { $0 <= $1 })
    // Without the cancels the order is the recorded one.
    let order = result.order.filter { $0 != "$/cancelRequest" }
    #expect(order == script.steps.compactMap(\.message.method).filter { $0 != "$/cancelRequest" })
  }

  // MARK: Campaigns

  private func campaign(_ quirks: [String], _ session: RecordedSession, runs: Int, seed: UInt64 = 1) throws
    -> (PerturbedCampaign.Result, TemporaryFolder)
  {
    let folder = TemporaryFolder()
    var options = ReplayRun.Options(command: [Tool.server, "lsp"] + quirks)
    options.timeouts = TimeoutPolicy(request: 8_000_000, patience: 200_000, exit: 8_000_000)
    options.reproduce = "reprise replay fixture --seed SEED -- server"
    options.quiescence = FinalDiagnostics(shortQuiet: 20_000, quiet: 100_000, limit: 3_000_000)
    let campaign = PerturbedCampaign(
      ReplayRun(options), session, firstSeed: seed, count: runs, folder: folder.path + "/failures")
    return (campaign.perform(), folder)
  }

  @Test func aHealthyServerAlwaysPasses() throws {
    let (result, folder) = try campaign([], Self.session(), runs: 15)
    #expect(result.passed.count == 15 && !result.isFlaky, "\(FlakeReport.lines(result))")
    #expect(result.failureRate.low == 0 && result.failureRate.high > 0.15)
    #expect(access(folder.path + "/failures", F_OK) != 0)
  }

  /// A server that takes what one read gives for a whole message, which it is as long as nobody cuts it.
  @Test func aServerThatBreaksOnPiecesFailsAndLeavesItsSession() throws {
    let (result, folder) = try campaign(["no-pieces"], Self.session(), runs: 6)
    defer { withExtendedLifetime(folder) {} }
    #expect(result.failed > 0, "\(FlakeReport.lines(result))")
    let path = try #require(result.failures.first?.artefact)
    let saved = try RecordedSession.load(path: path)
    #expect(saved.header.run?["seed"]?.string == result.failures.first.map { String($0.seeds[0]) })
    // Unperturbed it passes.
    #expect(try replay(Self.session(), ["no-pieces"]).conclusion == .passed)
  }

  /// A server that answers again when a cancel comes after the answer.
  @Test func aServerThatMindsLateCancelsIsFlakyAndItsSeedsSayWhen() throws {
    let (result, _) = try campaign(["late-cancel-answer"], Self.session(), runs: 24)
    #expect(result.isFlaky || result.failed == 24, "\(FlakeReport.lines(result))")
    let failing = try #require(result.failures.first)
    #expect(failing.signature == "duplicateAnswer")
    let (again, _) = try campaign(["late-cancel-answer"], Self.session(), runs: 1, seed: failing.seeds[0])
    #expect(again.failures.map(\.signature) == ["duplicateAnswer"])
    let text = FlakeReport.lines(result).joined(separator: "\n")
    #expect(text.contains("with 95 % confidence") && text.contains("failed with seeds"))
    #expect(text.contains("reproduce: reprise replay fixture --seed \(failing.seeds[0])"))
  }

  @Test func aServerThatCannotBeStartedEndsTheCampaign() throws {
    let (result, _) = try campaign(["no-start"], Self.session(), runs: 5)
    #expect(result.problem != nil && result.runs == 0)
  }
}
