import JSONRPC
import PerformanceGates
import Testing

@Suite(.serialized) struct BudgetVerbTests {
  private static let files = "--budgets budgets.json --corpus corpus.json --today 2026-12-31"

  private func folder(_ comparison: Comparison, _ budgets: Budgets = GateSample.budgets()) -> Scratch {
    let folder = Scratch()
    folder.write("corpus.json", GateSample.corpus.json)
    folder.write("budgets.json", budgets.json)
    folder.write("comparison.json", comparison.json)
    return folder
  }

  private func check(_ folder: Scratch, _ more: String = "") -> Scratch.Run {
    folder.reprise("budget check comparison.json \(Self.files) \(more)")
  }

  // MARK: check

  @Test func aChangeWithinItsBudgetPasses() throws {
    let folder = folder(GateSample.comparison([0]))
    let text = check(folder)
    #expect(text.exit == 0 && text.output.hasPrefix("## PASS") && text.errors == "", "\(text)")
    let json = try JSONValue(parsing: Array(check(folder, "--format json").output.utf8))
    #expect(json["schemaVersion"]?.integer == 1 && json["outcome"]?.string == "PASS")
  }

  @Test func aSlowdownFails() {
    let folder = folder(GateSample.comparison([0.1]))
    let text = check(folder)
    #expect(text.exit == 1 && text.output.hasPrefix("## FAIL") && text.output.contains("slower by"), "\(text)")
    let github = folder.shell(
      "GITHUB_STEP_SUMMARY=summary reprise budget check comparison.json \(Self.files) --format github")
    #expect(github.exit == 1 && github.output.hasPrefix("::error title=startup%3A FAIL::slower"), "\(github)")
    #expect(folder.read("summary").hasPrefix("## FAIL"))
  }

  @Test func aVerdictIsHadAgainByTheLineThatItEndsWith() {
    let folder = folder(GateSample.comparison([0.1]))
    let run = check(folder)
    let line = run.errors.split(separator: "again: ").last.map(String.init) ?? ""
    #expect(line.contains("--today 2026-12-31"), "\(run)")
    #expect(folder.shell(line).output == run.output)
  }

  @Test func withoutAManifestTheBudgetsNameTheCorpus() {
    let folder = folder(GateSample.comparison([0]))
    let line = "budget check comparison.json --budgets budgets.json --today 2026-12-31"
    #expect(folder.reprise(line).exit == 0)
    let junk = folder.shell("mkdir budgets; echo '{}' >budgets/corpus.json; reprise \(line)")
    #expect(junk.exit == 65, "what is there must be readable: \(junk)")
    folder.write("comparison.json", GateSample.comparison([0], corpus: "other").json)
    #expect(folder.shell("rm budgets/corpus.json; reprise \(line)").exit == 3)
  }

  @Test func aCounterThatGrewFails() {
    let counter = Series.Counter(name: "queriesExecuted", base: [10], target: [11])
    let run = check(folder(GateSample.comparison([0], counters: [counter])))
    #expect(run.exit == 1 && run.output.contains("queriesExecuted"), "\(run)")
  }

  @Test func allRoundsCount() {
    #expect(check(folder(GateSample.comparison([0, 0]))).exit == 0)
    #expect(check(folder(GateSample.comparison([0, 0.1]))).exit == 1)
    let apart = check(folder(GateSample.comparison([-0.1, 0])))
    #expect(apart.exit == 4 && apart.output.hasPrefix("## UNRESOLVED"), "\(apart)")
  }

  @Test func aGateWithoutSelfTestsSaysNothing() {
    let run = check(folder(GateSample.comparison([0, 0])), "--rounds 2")
    #expect(run.exit == 3 && run.output.contains("no self-test"), "\(run)")
  }

  @Test func expiredBudgetsPassNothing() {
    let folder = folder(GateSample.comparison([0]))
    let run = folder.reprise(
      "budget check comparison.json --budgets budgets.json --corpus corpus.json --today 2027-02-01")
    #expect(run.exit == 3 && run.output.contains("expired on 2027-01-31"), "\(run)")
    #expect(run.output.contains("reprise budget refresh"))
  }

  @Test func aMissingPathPassesNothing() {
    let budgets = GateSample.budgets([PathBudget(name: "startup"), PathBudget(name: "hover")])
    let run = check(folder(GateSample.comparison([0]), budgets))
    #expect(run.exit == 3 && run.output.contains("path \"hover\" has a budget, but was not measured"), "\(run)")
  }

  @Test func anEmptyComparisonPassesNothing() {
    let rounds = check(folder(GateSample.comparison([])))
    #expect(rounds.exit == 3 && rounds.output.contains("no path was measured"), "\(rounds)")
    var series = GateSample.comparison([0])
    series.rounds[0].series = []
    #expect(check(folder(series)).exit == 3)
    var restarts = GateSample.comparison([0])
    restarts.rounds[0].series[0].restarts = []
    #expect(check(folder(restarts)).exit == 3)
    #expect(check(folder(GateSample.comparison([0], paths: []))).exit == 3)
  }

  @Test func anotherCorpusPassesNothing() {
    let run = check(folder(GateSample.comparison([0], corpus: "other")))
    #expect(run.exit == 3 && run.output.contains("the corpus is other"), "\(run)")
  }

  @Test(arguments: ["comparison.json", "budgets.json", "corpus.json"])
  func whatCannotBeReadPassesNothing(file: String) {
    let folder = folder(GateSample.comparison([0]))
    for junk in ["", "{}", "[1,", "{\"schemaVersion\":9}"] {
      folder.write(file, junk)
      let run = check(folder)
      #expect(run.exit == 65 && run.output.isEmpty && run.errors.contains("\(file): line 1"), "\(junk): \(run)")
    }
    let missing = folder.shell("rm \(file); reprise budget check comparison.json \(Self.files)")
    #expect(missing.exit == 65 && missing.errors.contains("\(file): No such file"), "\(missing)")
    #expect(folder.shell("mkdir \(file); reprise budget check comparison.json \(Self.files)").exit == 65)
  }

  @Test(arguments: [
    "budget", "budget check", "budget check a b", "budget check a --rounds 0", "budget check a --today 2026-02-30",
    "budget refresh a --format github",
  ])
  func aWrongCommandLineGives64(arguments: String) { #expect(Scratch().reprise(arguments).exit == 64) }

  // MARK: refresh

  private func refresh(_ folder: Scratch, _ entries: [HistoryEntry], _ more: String = "") -> Scratch.Run {
    folder.write(
      "history.jsonl", entries.map { String(decoding: $0.json.serialized(), as: UTF8.self) + "\n" }.joined())
    return folder.reprise(
      "budget refresh \(more) --budgets budgets.json --history history.jsonl --today 2026-12-31")
  }

  @Test func budgetsAreProposedAndNotWritten() {
    let folder = folder(GateSample.comparison([0]))
    let before = folder.read("budgets.json")
    let run = refresh(folder, GateSample.history(5))
    #expect(run.exit == 0 && run.output.contains("paths.startup.p95WallMs"), "\(run)")
    #expect(run.errors.contains("nothing was written") && folder.read("budgets.json") == before)
  }

  @Test func whatIsWrittenIsTheProposalAndIsReadAgain() throws {
    let folder = folder(GateSample.comparison([0]))
    #expect(refresh(folder, GateSample.history(5), "--write").exit == 0)
    let written = try Budgets(parsing: Array(folder.read("budgets.json").utf8))
    #expect(written.expires == GateSample.day("2027-04-01") && written.evidence.artefact == "history.jsonl")
    #expect(written.paths[0].limits.p95WallMs == 19 && written.evidence.commit == "c-5")
    #expect(check(folder).exit == 0)
  }

  @Test func aComparisonIsNamedAsTheEvidenceWhenItIsIt() {
    let folder = folder(GateSample.comparison([0]))
    var entries = GateSample.history(5)
    let other = refresh(folder, entries, "comparison.json --write")
    #expect(other.exit == 65 && other.errors.contains("it measured c-HEAD"), "\(other)")
    entries[4].commit = "c-HEAD"
    #expect(refresh(folder, entries, "comparison.json --write").exit == 0)
    #expect(folder.read("budgets.json").contains("\"artefact\": \"comparison.json\""))
  }

  @Test func tooLittleHistoryProposesNothing() {
    let folder = folder(GateSample.comparison([0]))
    let before = folder.read("budgets.json")
    let few = refresh(folder, GateSample.history(4), "--write")
    #expect(few.exit == 4 && few.output.isEmpty && few.errors.contains("4 changes were measured"), "\(few)")
    #expect(refresh(folder, [], "--write").exit == 4)
    var future = GateSample.history(5)
    future[4].day = GateSample.day("2027-01-01")
    #expect(refresh(folder, future, "--write").exit == 3)
    #expect(folder.read("budgets.json") == before)
  }

  @Test func aHistoryThatCannotBeReadProposesNothing() {
    let folder = folder(GateSample.comparison([0]))
    folder.write("history.jsonl", "{\"schemaVersion\":1}\n")
    let line = "--budgets budgets.json --history"
    let junk = folder.reprise("budget refresh \(line) history.jsonl")
    #expect(junk.exit == 65 && junk.errors.contains("history.jsonl: line 1, day: is missing"), "\(junk)")
    let missing = folder.reprise("budget refresh \(line) nothing.jsonl")
    #expect(missing.exit == 65 && missing.errors.contains("run the gate on main"), "\(missing)")
  }

  // MARK: This repository

  @Test func theBudgetsOfThisRepositoryAreOfItsCorpus() throws {
    let budgets = try Budgets(parsing: bytes("budgets/budgets.json"))
    let corpus = try CorpusManifest(parsing: bytes("budgets/corpus.json"))
    #expect(budgets.corpus == corpus.hash)
    let critical = budgets.paths.filter(\.isCritical).map(\.name)
    #expect(critical == ["startup", "first diagnostic", "closed file", "warm validation"])
  }

  private func bytes(_ path: String) -> [UInt8] {
    let folder = Scratch()
    return Array(folder.shell("cat \(GateSample.repository)/\(path)").output.utf8)
  }
}
