import JSONRPC
import PerformanceGates
import Testing

@Suite(.serialized) struct CorpusVerbTests {
  /// A folder with the recordings of the corpus, pinned.
  private func pinned() -> Scratch {
    let folder = Scratch()
    let run = folder.shell(
      """
      mkdir recordings && cp \(GateSample.repository)/recordings/*pike*.trace.gz recordings/ &&
      reprise corpus pin --reason "the first corpus"
      """)
    #expect(run.exit == 0 && run.output.contains("is pinned in budgets/corpus.json (version 1, 7 parts)"), "\(run)")
    return folder
  }

  private func manifest(_ folder: Scratch, _ name: String = "budgets/corpus.json") throws -> CorpusManifest {
    try CorpusManifest(parsing: Array(folder.read(name).utf8))
  }

  private static let change = "cp budgets/corpus.json old.json; echo more >>recordings/neovim-pike.trace.gz"

  @Test func whatIsPinnedIsVerified() throws {
    let folder = pinned()
    let hash = try manifest(folder).hash
    let text = folder.reprise("corpus verify")
    #expect(text.exit == 0 && text.output.hasPrefix("PASS: corpus \(hash)"), "\(text)")
    let json = try JSONValue(parsing: Array(folder.reprise("corpus verify --format json").output.utf8))
    #expect(json["outcome"]?.string == "PASS" && json["findings"]?.array?.isEmpty == true)
    let again = folder.reprise("corpus pin --reason again")
    #expect(again.exit == 0 && again.output.contains("pinned already"))
    #expect(try manifest(folder).versions.count == 1)
  }

  @Test func theCorpusOfThisRepositoryIsWhatIsPinned() {
    let run = Scratch().shell("cd \(GateSample.repository) && reprise corpus verify")
    #expect(run.exit == 0, "\(run)")
  }

  @Test func aChangedCorpusIsFoundAndNeedsAReason() throws {
    let folder = pinned()
    _ = folder.shell(Self.change)
    let verified = folder.reprise("corpus verify --format github")
    #expect(
      verified.exit == 1 && verified.output.contains("::error title=corpus%3A changed::neovim-pike is "), "\(verified)")
    let silent = folder.reprise("corpus pin")
    #expect(silent.exit == 64 && silent.errors.contains("say why with --reason"), "\(silent)")
    #expect(folder.reprise("corpus pin --reason ' '").exit == 64)
    #expect(try manifest(folder).versions.count == 1)
    #expect(folder.reprise("corpus pin --reason 'a longer session'").exit == 0)
    #expect(try manifest(folder).versions.last?.reason == "a longer session")
    #expect(folder.reprise("corpus verify").exit == 0)
  }

  @Test func aChangeIsMeasuredOnBoth() throws {
    let folder = pinned()
    let before = try manifest(folder).hash
    _ = folder.shell("\(Self.change); reprise corpus pin --reason longer")
    let once = folder.reprise("corpus verify --base old.json")
    #expect(once.exit == 1 && once.output.contains("was not measured against"), "\(once)")
    let names = "--measured-before budgets/one.json --measured-after budgets/two.json"
    let missing = folder.reprise("corpus pin \(names)")
    #expect(missing.exit == 1 && missing.errors.contains("one.json is not there"), "\(missing)")
    folder.write("budgets/one.json", GateSample.comparison([0], corpus: before).json)
    folder.write("budgets/two.json", GateSample.comparison([0], corpus: before).json)
    let wrong = folder.reprise("corpus pin \(names)")
    #expect(wrong.exit == 1 && wrong.errors.contains("two.json was not measured on corpus"), "\(wrong)")
    #expect(try manifest(folder).versions.last?.measured == nil)
    let after = try manifest(folder).hash
    folder.write("budgets/two.json", GateSample.comparison([0], corpus: after).json)
    #expect(folder.reprise("corpus pin \(names)").exit == 0)
    #expect(folder.reprise("corpus verify --base old.json").exit == 0)
    folder.write("budgets/two.json", "{}")
    #expect(folder.reprise("corpus verify --base old.json").exit == 65)
    #expect(folder.shell("rm budgets/two.json; reprise corpus verify --base old.json").exit == 1)
  }

  @Test func silentDriftAgainstTheBaseIsFound() {
    let folder = pinned()
    // Pinned anew as if there had never been another.
    let run = folder.shell(
      "\(Self.change); rm budgets/corpus.json; reprise corpus pin --reason new; reprise corpus verify --base old.json")
    #expect(run.exit == 1 && run.output.contains("versions that the base branch lists were changed"), "\(run)")
  }

  @Test func theBaseMayBeAGitRevision() {
    let folder = pinned()
    let git = "git -c user.name=n -c user.email=e -c init.defaultBranch=main"
    let first = folder.shell(
      "\(git) init -q . && \(git) commit -q --allow-empty -m empty && reprise corpus verify --base-ref HEAD")
    #expect(first.exit == 0 && first.errors.contains("this is the first corpus"), "\(first)")
    #expect(folder.shell("\(git) add budgets && \(git) commit -q -m pinned").exit == 0)
    #expect(folder.reprise("corpus verify --base-ref main").exit == 0)
    let changed = folder.shell("\(Self.change); reprise corpus pin --reason r; reprise corpus verify --base-ref main")
    #expect(changed.exit == 1 && changed.output.contains("was not measured against"), "\(changed)")
    let nowhere = folder.reprise("corpus verify --base-ref nowhere")
    #expect(nowhere.exit == 3 && nowhere.output.isEmpty && nowhere.errors.contains("nowhere"), "\(nowhere)")
  }

  @Test func whatCannotBeReadPassesNothing() {
    let folder = Scratch()
    let missing = folder.reprise("corpus verify")
    #expect(missing.exit == 65 && missing.errors.contains("pin the corpus with `reprise corpus pin`"), "\(missing)")
    let parts = folder.reprise("corpus pin --reason r")
    #expect(parts.exit == 65 && parts.errors.contains("run this in the repository's folder"), "\(parts)")
    #expect(folder.read("budgets/corpus.json").isEmpty)
    let pinned = pinned()
    pinned.write("junk.json", "{\"schemaVersion\":1,\n\"hash\":1}")
    let junk = pinned.reprise("corpus verify --manifest junk.json")
    #expect(junk.exit == 65 && junk.errors.contains("junk.json: line"), "\(junk)")
    #expect(pinned.reprise("corpus verify --base junk.json").exit == 65)
    let lost = pinned.shell("rm recordings/pike-typing.trace.gz; reprise corpus verify")
    #expect(lost.exit == 1 && lost.output.contains("pike-typing is pinned, but is not there"), "\(lost)")
  }

  @Test(arguments: [
    "corpus", "corpus pin --measured-before a", "corpus pin --measured-before a --measured-after b",
    "corpus verify --base a --base-ref b", "corpus verify --base-ref -x", "corpus verify extra",
  ])
  func aWrongCommandLineGives64(arguments: String) { #expect(Scratch().reprise(arguments).exit == 64) }
}
