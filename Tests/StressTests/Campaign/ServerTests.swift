import Checkers
import PlantedFaults
import Recording
import Replay
import Shrinking
import TestSupport
import Testing

@testable import Stress
@testable import reprise

/// The scripted server, with and without faults, over stdio.
@Suite struct ServerTests {
  private struct Case: CustomTestStringConvertible {
    var fault: String
    var workload: String
    /// What fails.
    var signature: String
    var oracles: [Oracle] = []
    /// It shows by waiting.
    var takesTime = false

    var testDescription: String { fault }
  }

  private static let typist = "{use: typist, with: {messages: 12}}"
  private static let cancellation = "{use: cancellation, with: {messages: 12}}"
  private static let reopening = "{use: lifecycle, with: {messages: 12, kind: reopen}}"

  private static let cases = [
    Case(fault: "double-reply", workload: cancellation, signature: "property answered-once"),
    Case(fault: "lost-reply", workload: cancellation, signature: "property hang", takesTime: true),
    Case(fault: "strange-id", workload: cancellation, signature: "property answered-once"),
    Case(fault: "result-after-cancel", workload: cancellation, signature: "property answered-once"),
    Case(fault: "publish-after-close", workload: reopening, signature: "property no-publish-after-close"),
    Case(fault: "stale-publish", workload: typist, signature: "property publish-order"),
    Case(fault: "future-publish", workload: typist, signature: "property publish-order"),
    Case(fault: "progress-behind-end", workload: reopening, signature: "property progress-balance"),
    Case(fault: "range-outside", workload: cancellation, signature: "property positions-in-document"),
    Case(fault: "columns-in-bytes", workload: cancellation, signature: "property semantic-tokens-well-formed"),
    Case(fault: "publish-after-shutdown", workload: typist, signature: "property nothing-after-shutdown"),
    Case(fault: "hang-on-shutdown", workload: reopening, signature: "timedOut", takesTime: true),
    Case(fault: "ignores-exit", workload: reopening, signature: "property ends-on-exit", takesTime: true),
    Case(fault: "leaves-process", workload: reopening, signature: "property no-process-left"),
    Case(fault: "crash", workload: typist, signature: "crashed"),
    Case(fault: "internal-error", workload: cancellation, signature: "property no-internal-error"),
    Case(
      fault: "forgets-edit", workload: typist, signature: "property fresh-equals-incremental", oracles: [.fresh]),
  ]

  /// What only a server that never does what it must is waited for. A test that must hold on a busy machine waits for all others for long.
  private static let shortTimeouts = TimeoutPolicy(request: 1_000_000, patience: 200_000, exit: 500_000)
  private static let timeouts = TimeoutPolicy(request: 60_000_000, patience: 200_000, exit: 60_000_000)

  /// Asked once what it offers, which no fault changes.
  private static let healthy = Result {
    var target = try ServerTarget([Tool.server, "plain"], .python, timeouts: timeouts)
    (target.quietBeforeProbes, target.pace) = (50, 0.01)
    return target
  }

  private static func target(_ words: [String]) throws -> ServerTarget {
    var target = try healthy.get()
    target.command += words
    return target
  }

  private static func suite(_ workload: String, _ oracles: [Oracle] = []) throws -> Suite {
    try SmallSuite.make(workload, oracles: oracles, runs: 1)
  }

  private static func campaign(
    _ suite: Suite, _ words: [String], sessions: Int, _ timeouts: TimeoutPolicy = timeouts
  ) throws -> StressResult {
    var target = try target(words)
    target.timeouts = timeouts
    var campaign = StressCampaign(suite, target, seed: 1, amount: .sessions(sessions))
    campaign.stopsAtFailure = true
    campaign.repetitions = 1
    return campaign.perform()
  }

  @Test(arguments: cases) private func aFaultIsFound(_ planted: Case) throws {
    let suite = try Self.suite(planted.workload, planted.oracles)
    let timeouts = planted.takesTime ? Self.shortTimeouts : Self.timeouts
    let result = try Self.campaign(suite, ["--fault", planted.fault], sessions: 12, timeouts)
    #expect(result.failures.map(\.signature) == [planted.signature], "\(result.failures.map(\.reasons))")
    #expect(result.problem == nil)
  }

  @Test func progressThatDoesNotEndIsLegalAndSeen() throws {
    let result = try Self.campaign(try Self.suite(Self.reopening), ["--fault", "progress-without-end"], sessions: 4)
    #expect(result.failures.isEmpty && result.observations[ProgressBalance.property.id] ?? 0 > 0)
  }

  @Test(arguments: [typist, cancellation, reopening, "illegal-input", "{use: reload-storm, with: {messages: 8}}"])
  private func withoutAFaultNothingIsFound(_ workload: String) throws {
    let oracles: [Oracle] = workload == "illegal-input" ? [] : [.fresh]
    let result = try Self.campaign(try Self.suite(workload, oracles), [], sessions: 3)
    #expect(result.conclusion == .passed, "\(result.failures.map { ($0.signature, $0.reasons) })")
    #expect(result.runs == 3)
  }

  // MARK: What cannot run

  @Test func aSuiteOfAnotherProtocolIsSkipped() throws {
    let suite = try SmallSuite.make("snapshots", protocols: "query-engine-v2")
    let result = try Self.campaign(suite, [], sessions: 1)
    #expect(result.notApplicable == "it is for query-engine-v2, and the target speaks lsp" && result.runs == 0)
  }

  @Test(arguments: [["lsp", "no-start"], ["lsp", "silent"], ["exit", "3"]])
  func aServerThatDoesNotTalkIsNoTarget(_ words: [String]) {
    let timeouts = TimeoutPolicy(request: 300_000, patience: 100_000, exit: 300_000)
    #expect(throws: ReplayRun.Failure.self) {
      try ServerTarget([Tool.server] + words, .python, timeouts: timeouts)
    }
  }

  /// It started when it was asked what it offers, and does not any more.
  @Test func aServerThatDiesAgainAndAgainIsGivenUp() throws {
    let timeouts = TimeoutPolicy(request: 300_000, patience: 100_000, exit: 300_000)
    let target = ServerTarget(playing: [Tool.server, "lsp", "no-start"], .python, timeouts: timeouts)
    var campaign = StressCampaign(try Self.suite(Self.typist), target, seed: 1, amount: .sessions(1000))
    campaign.repetitions = 1
    let result = campaign.perform()
    #expect(result.problem == "the server did not answer initialize 3 times in a row" && result.runs == 3)
  }

  // MARK: Shrinking

  @Test func aFailureOfAProcessIsMadeSmallAndPlayedAgain() throws {
    let folder = TemporaryDirectory()
    let target = try Self.target(["--fault", "stale-publish"])
    var campaign = StressCampaign(try Self.suite(Self.typist), target, seed: 1, amount: .sessions(4))
    (campaign.stopsAtFailure, campaign.repetitions, campaign.folder) = (true, 1, folder.path)
    let failure = try #require(campaign.perform().failures.first)
    let recorded = try RecordedSession.load(path: try #require(failure.artefact))
    var shrinker = FailureShrinker(target: target, output: folder.path + "/small.trace.gz")
    shrinker.maximumRuns = 30
    let result = try shrinker.shrink(recorded, try recorded.runOptions())
    #expect(result.signature == failure.signature && result.measure.messages < result.original.messages)
    let small = try RecordedSession.load(path: folder.path + "/small.trace.gz")
    let options = try small.runOptions()
    let replayed = try target.subject(small).play(options)
    #expect(replayed.verdict.signature == failure.signature)
  }
}
