import JSONRPC
import PerformanceGates
import Recording
import SyntheticConversations
import Testing

@Suite(.serialized) struct RolloutVerbTests {
  private func check(
    _ folder: Scratch, _ files: String, stage: String = "internal", _ more: String = ""
  ) -> Scratch.Run {
    folder.reprise("rollout check --stage \(stage) \(files) --now \(GateSample.now) \(more)")
  }

  // MARK: Metrics files

  @Test func aHealthyStageGoesOn() throws {
    let folder = Scratch()
    folder.write("a.json", GateSample.metrics().json)
    let text = check(folder, "a.json")
    #expect(text.exit == 0 && text.output.hasPrefix("## GO: on to canary-5"), "\(text)")
    let json = try JSONValue(parsing: Array(check(folder, "a.json", "--format json").output.utf8))
    #expect(json["decision"]?.string == "GO" && json["next"]?.string == "canary-5")
  }

  @Test func aStalePublishRollsBackWhateverElseIsThere() {
    let folder = Scratch()
    folder.write("a.json", GateSample.metrics().json)
    folder.write("b.json", GateSample.metrics { $0.counters[0].count = 1 }.json)
    let text = check(folder, "a.json b.json")
    #expect(text.exit == 1 && text.output.hasPrefix("## ROLL BACK") && text.output.contains("1 stale publishes"))
    let again =
      "again: reprise rollout check --stage internal --build b1 --now \(GateSample.now) a.json b.json\n"
    #expect(text.errors.hasSuffix(again), "\(text.errors)")
    let github = check(folder, "a.json b.json", "--format github")
    #expect(github.exit == 1 && github.output.contains("::error title=rollout%2C internal%3A ROLL BACK::"), "\(github)")
  }

  @Test func whatIsMissingHolds() {
    let folder = Scratch()
    folder.write("stream.json", GateSample.metrics { $0.missing[3].queries = 1 }.json)
    folder.write("crashes.json", GateSample.metrics { $0.crashes = nil }.json)
    folder.write("short.json", GateSample.metrics { $0.start += 40_000 }.json)
    for file in ["stream", "crashes", "short"] {
      let run = check(folder, "\(file).json", "--format github")
      #expect(run.exit == 4 && run.output.hasPrefix("::warning title=rollout%2C internal%3A HOLD::"), "\(run)")
    }
    // Metrics of another stage are none of this one, and nor are those of another build.
    #expect(check(folder, "stream.json", stage: "ga").exit == 4)
    folder.write("good.json", GateSample.metrics().json)
    #expect(check(folder, "good.json", "--build b2").exit == 4)
    #expect(folder.reprise("rollout check --stage internal good.json").exit == 4)
  }

  @Test func whatCannotBeReadIsNoVerdict() {
    let folder = Scratch()
    folder.write("good.json", GateSample.metrics().json)
    folder.write("junk.json", "{\"schemaVersion\":1,\n\"stage\":\"canary-50\"}")
    folder.write("junk.trace.gz", [0x1F, 0x8B, 0, 0])
    let run = check(folder, "junk.json good.json junk.trace.gz nothing.json")
    #expect(run.exit == 65 && run.output.isEmpty)
    for name in ["junk.json: line 2, stage", "junk.trace.gz", "nothing.json: No such file"] {
      #expect(run.errors.contains(name), "\(run.errors)")
    }
    #expect(check(folder, "good.json", "--policy junk.json").exit == 65)
    #expect(check(folder, "good.json", "--policy nothing.json").exit == 65)
  }

  @Test func aPolicyChangesLimits() {
    let folder = Scratch()
    folder.write("a.json", GateSample.metrics().json)
    folder.write("policy.json", "{\"schemaVersion\":1,\"stages\":{\"internal\":{\"p95Ms\":9}}}")
    let run = check(folder, "a.json", "--policy policy.json")
    #expect(run.exit == 4 && run.output.contains("9.00 ms is permitted"), "\(run)")
  }

  @Test(arguments: [
    "rollout", "rollout check a.json", "rollout check --stage beta a.json", "rollout check --stage ga",
    "rollout check --stage ga a.json --now -1", "rollout drill extra", "rollout drill --format github",
  ])
  func aWrongCommandLineGives64(arguments: String) { #expect(Scratch().reprise(arguments).exit == 64) }

  @Test func metricsOfSeveralBuildsNeedAName() {
    let folder = Scratch()
    folder.write("a.json", GateSample.metrics().json)
    folder.write("b.json", GateSample.metrics { $0.build = "b2" }.json)
    let run = check(folder, "a.json b.json")
    #expect(run.exit == 64 && run.errors.contains("several builds (b1, b2)"), "\(run)")
  }

  // MARK: Recordings

  /// A policy under which a recording of seconds is enough, judged at its end.
  private func judge(_ talk: ConversationBuilder, finished: Bool = true, isEngine: Bool = true) -> Scratch.Run {
    let folder = Scratch()
    let header = Header(
      started: "2026-12-01T00:00:00.000Z", recorder: "tests", command: ["engine"], directory: "/w",
      framing: isEngine ? .lines : .contentLength)
    var encoder = RecordingEncoder(header: header)
    for record in talk.records { encoder.append(record.event, at: record.time) }
    folder.write("s.trace.gz", finished ? encoder.finish() : encoder.flush())
    folder.write(
      "policy.json",
      "{\"schemaVersion\":1,\"stages\":{\"internal\":{\"observationHours\":0,\"errorRate\":0.9}}}")
    // 2026-12-01T00:00:02Z.
    return folder.reprise(
      "rollout check --stage internal --now 1796083202 --policy policy.json s.trace.gz --format json --build 1")
  }

  private func session(_ queries: (inout ConversationBuilder) -> Void) -> ConversationBuilder {
    var talk = ConversationBuilder.engineBegun()
    let open = talk.engineOpen("file:///u", "int x;\n")
    talk.acknowledge(open, 1)
    for number in 0..<3 {
      let query = talk.query("hover", "q\(number)")
      talk.reply(query, used: 1)
    }
    queries(&talk)
    return talk
  }

  @Test func aRecordingHasItsMetricsInIt() throws {
    var talk = session { _ in }
    talk.endOfInput()
    let run = judge(talk)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    #expect(run.exit == 0 && json["queries"]?.integer == 3 && json["p95Ms"] == .number("1.5"), "\(run)")
    #expect(json["build"]?.string == "1")
  }

  @Test func aResultAfterItsCancelRollsBack() {
    var talk = session { talk in
      let query = talk.query("hover", "late")
      let cancel = talk.cancel(query)
      talk.answer(cancel, ["accepted": true])
      talk.reply(query, used: 1)
    }
    talk.endOfInput()
    let run = judge(talk)
    #expect(run.exit == 1 && run.output.contains("publishes after a cancel"), "\(run)")
  }

  @Test func telemetryThatIsMissingHolds() {
    var talk = session { talk in
      let query = talk.query("hover", "bare")
      talk.reply(query, used: 1, metrics: [:])
    }
    talk.endOfInput()
    let run = judge(talk)
    #expect(run.exit == 4 && run.output.contains("telemetry is incomplete: cacheHit: 1 queries lack it"), "\(run)")
  }

  @Test func aSessionByLSPHasNoTelemetryAndHolds() {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/a.pike", "int x;\n")
    talk.exchange("textDocument/hover")
    talk.goodbye()
    let run = judge(talk, isEngine: false)
    #expect(run.exit == 4 && run.output.contains("no metrics of build 1"), "\(run)")
  }

  @Test func anUnfinishedRecordingHolds() {
    let run = judge(session { _ in }, finished: false)
    #expect(run.exit == 4 && run.output.contains("crashes were not counted everywhere"), "\(run)")
  }

  // MARK: Drill

  @Test func theDrillSeesEveryTrigger() throws {
    let folder = Scratch()
    let text = folder.reprise("rollout drill")
    #expect(text.exit == 0 && text.output.contains("| one of the stale publishes | ROLL BACK | ROLL BACK |"), "\(text)")
    #expect(text.output.contains("| Planted | Expected | internal | canary-5 | canary-25 | ga |"))
    let json = try JSONValue(parsing: Array(folder.reprise("rollout drill --format json").output.utf8))
    #expect(json["cases"]?.array?.allSatisfy { $0["passed"] == .bool(true) } == true)
  }

  @Test func aPolicyThatSeesNoGapsFailsTheDrill() {
    let folder = Scratch()
    folder.write("policy.json", "{\"schemaVersion\":1,\"longestGapSeconds\":100000000}")
    let run = folder.reprise("rollout drill --policy policy.json")
    #expect(run.exit == 1 && run.output.contains("| a gap | HOLD | **GO, missed** |"), "\(run)")
  }
}
