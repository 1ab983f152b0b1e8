import Testing

/// `compare` and `gate` end to end over a repository with branches. Its agent says what it took instead of taking it, so that the verdicts
/// depend on no clock.
struct GateTests {
  private let scratch = Scratch()

  private static let agent = """
    #!/bin/sh
    . ./behaviour
    n=$$
    printf '{"agent":1,"version":"1","corpus":"%s","paths":[%s]}\\n' "$CORPUS" "$PATHS"
    while read -r line; do
      ops=${line##*\\"operations\\":}; ops=${ops%%\\}*}
      n=$(( (n * 1103515245 + 12345) % 2147483648 ))
      noise=$(( n % (2 * NOISE + 1) - NOISE ))
      case $line in
        *start*) printf '{"counters":{"queriesExecuted":%d},"answers":"%s","peakMemory":1,"nanoseconds":1000000}\\n' "$COUNT" "$ANSWER" ;;
        *) t=$(( ops * FACTOR * (1000000 + noise) / 1000 )); printf '{"wall":%d,"cpu":%d}\\n' $t $t ;;
      esac
    done
    """

  private static let behaviour = [
    "CORPUS": "c", "PATHS": "'\"warm validation\",\"other\"'", "COUNT": "5", "ANSWER": "a", "NOISE": "1000",
    "FACTOR": "1000",
  ]

  /// A repository whose branches `base` and `target` behave as they are told.
  private func makeRepository(
    target change: [String: String] = [:], base: [String: String] = [:], build: String = "true"
  ) {
    scratch.write("agent.sh", Array(Self.agent.utf8))
    scratch.write("reprise.yaml", Array("build: \(build)\nagent: ./agent.sh\n".utf8))
    scratch.write("behaviour.base", Array(text(base).utf8))
    scratch.write("behaviour.target", Array(text(change).utf8))
    let git = "git -c user.name=t -c user.email=t@t"
    let run = scratch.shell(
      """
      chmod +x agent.sh && git init -q -b base r && mv agent.sh reprise.yaml r/ && cd r &&
      mv ../behaviour.base behaviour && git add -A && \(git) commit -qm base &&
      git checkout -qb target && mv ../behaviour.target behaviour && git add -A && \(git) commit -qm target --allow-empty
      """)
    #expect(run.exit == 0, "\(run.errors)")
  }

  private func text(_ change: [String: String]) -> String {
    Self.behaviour.merging(change) { $1 }.map { "\($0.key)=\($0.value)\n" }.sorted().joined()
  }

  private func gate(_ arguments: String = "", verb: String = "gate") -> Scratch.Run {
    scratch.shell("cd r && reprise \(verb) --base base --target target --cache ../cache --quiet \(arguments)")
  }

  @Test func twoBranchesThatTakeTheSamePass() {
    makeRepository(target: ["FACTOR": "1005"])
    let run = gate("--output ../c.json --evidence ../e.md --history ../h.jsonl --append")
    #expect(run.exit == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("## PASS: base"))
    #expect(scratch.shell("grep -c '\"kind\": *\"planted\"' c.json").output == "2\n")
    #expect(scratch.shell("grep -c 'Performance evidence' e.md; wc -l < h.jsonl").output == "1\n1\n")
  }

  @Test func aSlowerBranchFailsAndSaysByHowMuch() {
    makeRepository(target: ["FACTOR": "1050"])
    let run = gate("--format github")
    #expect(run.exit == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("::error title=warm validation%3A FAIL::slower by +5"))
    #expect(run.output.contains("## FAIL"))
  }

  @Test func oneMoreQueryFailsThoughTheTimeIsTheSame() {
    makeRepository(target: ["COUNT": "6"])
    let run = gate()
    #expect(run.exit == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("| queriesExecuted | 5 | 6 | FAIL |"))
  }

  @Test func branchesThatAnswerDifferentlyAreNotCompared() {
    makeRepository(target: ["ANSWER": "b"])
    let run = gate()
    #expect(run.exit == 3)
    #expect(run.output.contains("answer differently"))
  }

  @Test func branchesWithOtherPathsOrOnAnotherCorpusAreNotCompared() {
    makeRepository(target: ["PATHS": "'\"warm validation\"'", "CORPUS": "d"])
    let run = gate()
    #expect(run.exit == 3)
    #expect(run.output.contains("only base: other") && run.output.contains("give both the same"))
  }

  @Test func nothingMeasuredIsNoPass() {
    makeRepository(target: ["PATHS": ""], base: ["PATHS": ""])
    let run = gate()
    #expect(run.exit == 3)
    #expect(run.output.contains("no path was measured"))
  }

  @Test func aNoisyMachineHolds() {
    makeRepository(target: ["NOISE": "900000"], base: ["NOISE": "900000"])
    let run = gate()
    #expect(run.exit == 4, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("## PASS"))
  }

  @Test func aBaseThatDoesNotBuildIsNamedWithWhatTheBuildSaid() {
    makeRepository(build: "'grep -q FACTOR=1000 behaviour || exit 0; echo no rule for it >&2; exit 2'")
    let run = gate()
    #expect(run.exit == 3)
    #expect(run.errors.contains("base (") && run.errors.contains("no rule for it"))
  }

  @Test func aRevisionThatIsNotThereIsNamed() {
    makeRepository()
    let run = scratch.shell("cd r && reprise gate --base nowhere --target target --cache ../cache --quiet")
    #expect(run.exit == 3)
    #expect(run.errors.contains("nowhere is no revision of"))
  }

  @Test func anExpiredBudgetAndAMissingPathAreNoPass() {
    makeRepository()
    scratch.write(
      "old.json",
      Array(
        """
        {"schemaVersion":1,"expires":"2020-03-01","corpus":"c","evidence":{"measured":"2020-01-01","commit":"x","artefact":"y"},
        "defaults":{},"paths":{"gone":{}}}
        """.utf8))
    let run = gate("--budgets ../old.json")
    #expect(run.exit == 3)
    #expect(run.output.contains("expired on 2020-03-01") && run.output.contains("path \"gone\" has a budget"))
  }

  @Test func aRevisionIsBuiltOnce() {
    makeRepository(build: "echo built >> ../built")
    #expect(gate(verb: "compare").exit == 0)
    #expect(gate(verb: "compare").exit == 0)
    #expect(scratch.shell("wc -l < cache/built").output == "2\n")
  }

  @Test func compareMeasuresAndDoesNotJudge() {
    makeRepository(target: ["FACTOR": "1100"])
    let run = gate(verb: "compare")
    #expect(run.exit == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("+10"))
  }

  @Test(arguments: [
    ("agnt: x\n", "unknown member \"agnt\""), ("build: make\n", "write `server:`"), ("- a\n", "is no mapping"),
    ("agent: {}\n", "write a command"),
  ])
  func aMistakeInTheProjectFileIsExplained(text: String, message: String) {
    makeRepository()
    scratch.write("bad.yaml", Array(text.utf8))
    _ = scratch.shell("cd r && mv ../bad.yaml reprise.yaml && git -c user.name=t -c user.email=t@t commit -qam bad")
    let run = gate()
    #expect(run.exit == 3)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func aProgramThatIsNoAgentIsNamed() {
    let run = scratch.reprise("compare --base-command cat --target-command cat --quiet")
    #expect(run.exit == 3)
    #expect(run.errors.contains("does not greet"))
    #expect(scratch.reprise("compare --base-command cat").exit == 64)
  }
}
