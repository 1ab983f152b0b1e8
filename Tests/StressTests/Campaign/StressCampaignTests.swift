import EngineTargets
import Glibc
import JSONRPC
import PlantedFaults
import Recording
import Replay
import Testing

@testable import Stress

/// Suites that are small enough for a debug build.
enum SmallSuite {
  static func make(_ workload: String, oracles: [Oracle] = [.fresh], runs: Int = 2, protocols: String = "lsp") throws
    -> Suite
  {
    var suite = try SuiteReader.read(
      "suite: small\npurpose: It holds.\nprotocols: [\(protocols)]\nworkloads: [\(workload)]\nruns-per-session: \(runs)\n",
      file: "small.yaml", isPlace: FaultPlaces.exist)
    suite.oracles = oracles
    return suite
  }
}

@Suite struct StressCampaignTests {
  private static func campaign(
    _ suite: Suite, fault: String? = nil, sessions: Int, framings: [Framing] = [.contentLength]
  ) throws -> StressCampaign {
    let planted = try fault.map { try #require(PlantedFaults.named($0)) }
    return StressCampaign(
      suite, StressTargets.embedded(fault: planted, framings: framings), seed: 1, amount: .sessions(sessions))
  }

  @Test func aHealthyEngineIsFoundHealthyAndTheSameTwice() throws {
    var campaign = try Self.campaign(try SmallSuite.make("typist"), sessions: 4)
    campaign.doubleEvery = 1
    let result = campaign.perform()
    #expect(result.conclusion == .passed, "\(result.failures.map(\.reasons))")
    #expect(result.sessions == 4 && result.runs == 8 && result.passed == 8 && result.distinct == 8)
    #expect(result.doubleRuns == 4 && result.next == 4 && result.workloads == ["typist": 4])
  }

  @Test func aFaultIsFoundWrittenAndPlayedAgain() throws {
    let folder = TemporaryDirectory()
    var campaign = try Self.campaign(try SmallSuite.make("cancellation"), fault: "reply-twice", sessions: 60)
    campaign.stopsAtFailure = true
    campaign.folder = folder.path
    let result = campaign.perform()
    let failure = try #require(result.failures.first)
    #expect(result.conclusion == .failed && failure.count >= 1 && !failure.reasons.isEmpty)
    let recorded = try RecordedSession.load(path: try #require(failure.artefact))
    #expect(recorded.isGenerated)
    let options = try #require(try RunOptions(recorded.header.run))
    #expect(options.planted == "reply-twice" && options.violation == failure.signature)
    let subject = try campaign.target.subject(recorded)
    #expect(try subject.play(options).verdict.signature == failure.signature)
    // Without the fault the same session passes.
    let healthy = try StressTargets.embedded().subject(recorded).play(options)
    #expect(healthy.verdict.conclusion == .passed, "\(healthy.verdict.failures)")
  }

  @Test func whatAnEngineRemembersWronglyIsFoundByAFreshOne() throws {
    var campaign = try Self.campaign(
      try SmallSuite.make("broken-edits"), fault: "lost-dependency-edge", sessions: 150)
    campaign.stopsAtFailure = true
    let result = campaign.perform()
    #expect(
      result.failures.contains { $0.signature.contains(Oracle.fresh.rawValue) }, "\(result.failures.map(\.signature))")
  }

  @Test func workThatGoesOnBehindACancelIsFound() throws {
    var suite = try SmallSuite.make("{use: cancellation, scale: 12}", oracles: [], runs: 1)
    suite.limits = [RunLimits.cancelToStop: 1000]
    var campaign = try Self.campaign(suite, fault: "cancel-only-acknowledged", sessions: 60)
    campaign.stopsAtFailure = true
    #expect(campaign.perform().failures.map(\.signature) == ["property cancel-to-stop"])
    let healthy = try Self.campaign(suite, sessions: 6).perform()
    #expect(healthy.conclusion == .passed, "\(healthy.failures.map(\.reasons))")
  }

  @Test func shardsShareTheSessions() throws {
    let suite = try SmallSuite.make("lifecycle", oracles: [], runs: 1)
    var all: [Int] = []
    for index in 0..<3 {
      var campaign = try Self.campaign(suite, sessions: 9)
      campaign.shard = (index, 3)
      all.append(campaign.perform().sessions)
    }
    #expect(all == [3, 3, 3])
  }

  @Test func aCampaignGoesOnWhereAnotherEnded() throws {
    let suite = try SmallSuite.make("typist", oracles: [], runs: 1)
    let whole = try Self.campaign(suite, sessions: 4).perform()
    let first = try Self.campaign(suite, sessions: 2).perform()
    var second = try Self.campaign(suite, sessions: 2)
    second.firstCase = first.next
    let rest = second.perform()
    #expect(first.sessions + rest.sessions == whole.sessions && rest.next == whole.next)
    #expect(first.steps + rest.steps == whole.steps && first.virtualTime + rest.virtualTime == whole.virtualTime)
  }

  @Test func casesDependOnSeedAndIndexAlone() throws {
    let suite = try SmallSuite.make("typist")
    let target = StressTargets.embedded()
    func bodies(_ seed: UInt64, _ index: Int) throws -> [Record.Event] {
      try #require(StressCase(suite, seed: seed, index: index, for: target)).session.records.map(\.event)
    }
    #expect(try bodies(1, 0) == bodies(1, 0))
    #expect(try bodies(1, 0) != bodies(1, 1))
    #expect(try bodies(1, 0) != bodies(2, 0))
  }

  @Test func anInterruptionEndsIt() throws {
    var campaign = try Self.campaign(try SmallSuite.make("typist"), sessions: 1000)
    campaign.isInterrupted = { true }
    let result = campaign.perform()
    #expect(result.conclusion == .interrupted && result.sessions == 0)
  }

  @Test func aSuiteWithNothingForTheTargetSaysSo() throws {
    let suite = try SmallSuite.make("snapshots", protocols: "query-engine-v2")
    let result = try Self.campaign(suite, sessions: 1).perform()
    #expect(result.notApplicable == "it is for query-engine-v2, and the target speaks lsp")
    #expect(result.leftOut == ["snapshots"] && result.runs == 0 && result.problem == nil)
  }

  @Test func anIllegalClientIsNotBlamed() throws {
    let suite = try SmallSuite.make("illegal-input", oracles: [], runs: 1)
    let result = try Self.campaign(suite, sessions: 20).perform()
    #expect(result.conclusion == .passed, "\(result.failures.map { ($0.signature, $0.reasons) })")
  }

  @Test func plantedFaultsAreLookedForByTheirSuites() throws {
    let suite = try SmallSuite.make("cancellation")
    func candidate(_ id: String, _ suite: String) -> PlantedCampaign.Candidate {
      PlantedCampaign.Candidate(
        id: id, summary: "It is.", suite: suite, property: "answered-once",
        target: StressTargets.embedded(fault: PlantedFaults.named(id), framings: [.contentLength]))
    }
    var campaign = PlantedCampaign(
      [suite], [candidate("reply-twice", "small"), candidate("reply-lost", "none")], seed: 1)
    campaign.limit = 20_000_000_000
    let outcomes = campaign.perform()
    #expect(outcomes.map { $0.signature != nil } == [true, false])
    #expect(outcomes[1].problem?.contains("not among those given") == true)
    #expect(!PlantedCampaign.isPassed(outcomes) && PlantedCampaign.isPassed([outcomes[0]]))
  }
}

/// Gone when the test is over.
final class TemporaryDirectory {
  let path: String

  init() {
    var template = Array("/tmp/reprise-stress-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }
}
