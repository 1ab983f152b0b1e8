import ArgumentParser
import EngineTargets
import Glibc
import JSONRPC
import PlantedFaults
import ProcessControl
import Recording
import Replay
import Reporting
import Shrinking
import Stress

/// `reprise stress`: plays suites.
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Run stress suites against the embedded engine or a server; write down what fails as recordings.",
    usage: "reprise stress <suite> ... [<options>] [-- <command> [<argument> ...]]",
    discussion: """
      A suite is a YAML file that says which sessions are played, in which orders, what goes wrong meanwhile, and what must hold \
      (docs/stress-suites.md). Its sessions are made from the seed; each is played several times.

        reprise stress suites/*.yaml --duration 60s
        reprise stress suites/cancellation.yaml --seed 7 --runs 1000
        reprise stress suites/cancellation.yaml -- clangd
        reprise stress suites/*.yaml --shard 2/4 --format junit
        reprise stress suites/*.yaml --planted all
        reprise stress suites/*.yaml --duration 8h --state campaign.json

      Failures are told apart by what failed. The first run of each kind is written to failures/ as a recording, and the line that \
      plays it again is printed.

      Exit status: 0 all held; 1 something failed; 2 one seed made two different runs; 3 the target could not run, or no suite is for it; \
      64 this command line is wrong; 65 a suite has a mistake; 130 interrupted.
      """)

  @Argument(
    help: ArgumentHelp("Suites; then -- and a server's command with its arguments.", valueName: "suite"))
  var suitesAndCommand: [String] = []

  @Option(help: ArgumentHelp("Decides everything that is drawn.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How many sessions each suite plays. (default: what the suite says)", valueName: "n"))
  var runs: Int?

  @Option(help: ArgumentHelp("How long all suites together go on, such as 60s or 10m.", valueName: "time"))
  var duration: String?

  @Option(help: ArgumentHelp("Play a share of the sessions: the I-th of N.", valueName: "i/n"))
  var shard: String?

  @Option(help: ArgumentHelp("The first session, to go on where another campaign ended.", valueName: "n"))
  var from = 0

  @Option(
    help: ArgumentHelp(
      "Where the campaign stands is kept here, about each second; if the file is there, go on where it ended. --runs counts what was played before.",
      valueName: "file"))
  var state: String?

  @Option(help: ArgumentHelp("How many threads. (default: all processors; 1 for a server's process)", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Of so many sessions one run is made twice and compared.", valueName: "n"))
  var doubleEvery = 20

  @Option(
    help: ArgumentHelp(
      "The suites' own test: plant this fault in the embedded engine, or all that there are one after the other, and see that the suite "
        + "that should find it does.", valueName: "id|all"))
  var planted: String?

  @Option(help: ArgumentHelp("How long a planted fault is looked for.", valueName: "time"))
  var plantedLimit = "60s"

  @Option(
    help: ArgumentHelp(
      "What a server's workspaces are written in: pike, c, python or swift. (default: by its name)",
      valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("How long a server's process may take to answer.", valueName: "time"))
  var timeout = "30s"

  @Option(help: ArgumentHelp("Where the recordings of failing runs go.", valueName: "dir"))
  var failures = "failures"

  @Flag(help: "Do not make the recordings of failing runs small.")
  var noShrink = false

  @Option(
    help: ArgumentHelp(
      "How long one failure may be made smaller. (default: 10s; 60s for a server's process)", valueName: "time"))
  var shrinkTime: String?

  @Option(help: "text, json, junit or github.")
  var format = StressFormat.text

  @Flag(help: "No progress on standard error.")
  var quiet = false

  enum StressFormat: String, ExpressibleByArgument, CaseIterable { case text, json, junit, github }

  private var command: [String] { TrailingCommand.words }
  private var files: [String] { suitesAndCommand.dropLast(command.count) }

  // MARK: The command line

  func validate() throws {
    try TrailingCommand.check()
    if files.isEmpty {
      throw ValidationError("Which suites? Give at least one file, such as suites/cancellation.yaml.")
    }
    if let runs, !(1...10_000_000).contains(runs) {
      throw ValidationError("--runs \(runs): give a number from 1 to 10000000.")
    }
    if runs != nil, duration != nil { throw ValidationError("Give either --runs or --duration.") }
    guard doubleEvery > 0 else { throw ValidationError("--double-every \(doubleEvery): give a number above 0.") }
    guard from >= 0 else { throw ValidationError("--from \(from): give a number from 0 on.") }
    if state != nil, from > 0 || planted != nil {
      throw ValidationError(
        "--state says itself where to go on, and is for campaigns; leave --from and --planted away.")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs \(jobs): give a number from 1 to 256.") }
    _ = try microseconds()
    _ = try part()
    if let planted, PlantedSearch.faults(planted) == nil {
      let known = PlantedFaults.all.map(\.id).joined(separator: ", ")
      throw ValidationError("--planted \(planted): there is no such fault; there are: all, \(known).")
    }
    if planted != nil, !command.isEmpty {
      throw ValidationError("--planted is for the embedded engine; leave the command away.")
    }
    guard SuiteReader.time(plantedLimit).map({ $0 > 0 }) == true else {
      throw ValidationError("--planted-limit \(plantedLimit): give a time, such as 60s.")
    }
    if let shrinkTime, SuiteReader.time(shrinkTime).map({ $0 > 0 }) != true {
      throw ValidationError("--shrink-time \(shrinkTime): give a time, such as 10s.")
    }
    guard SuiteReader.time(timeout).map({ $0 > 0 }) == true else {
      throw ValidationError("--timeout \(timeout): give a time, such as 30s.")
    }
    if let language, SampleWorkspace.Language(rawValue: language) == nil {
      throw ValidationError("--language \(language): use pike, c, python or swift.")
    }
    if !command.isEmpty, language == nil, ServerTarget.language(of: command) == nil {
      throw ValidationError("Which language is \(command[0]) for? Say so with --language pike, c, python or swift.")
    }
  }

  private func microseconds() throws -> Int64? {
    guard let duration else { return nil }
    guard let time = SuiteReader.time(duration), time > 0 else {
      throw ValidationError("--duration \(duration): give a time, such as 60s or 10m.")
    }
    return time
  }

  private func part() throws -> (index: Int, count: Int) {
    guard let shard else { return (0, 1) }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1], count > 0, (1...count).contains(index)
    else {
      throw ValidationError("--shard \(shard): give I/N with I from 1 to N, such as 2/4.")
    }
    return (index - 1, count)
  }

  // MARK: Running

  func run() throws {
    let output = StandardOutput()
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    let suites = try readSuites()
    if let planted { return try search(PlantedSearch.faults(planted) ?? [], suites, output, interrupt) }
    let target = try makeTarget(interrupt)
    let deadline = try microseconds().map { Uptime.now() + $0 * 1000 }
    let stateFile = try state.map { try CampaignStateFile($0, seed: seed, shard: shard) }
    var results: [StressResult] = []
    for (index, suite) in suites.enumerated() {
      var campaign = StressCampaign(
        suite, target, seed: seed,
        amount: deadline.map { .until(share(of: $0, left: suites.count - index)) } ?? .sessions(count(suite)))
      campaign.shard = try part()
      let result = play(&campaign, deadline, interrupt, stateFile)
      results.append(result)
      show(result, output)
      if !noShrink { shrink(result, target, interrupt, output) }
      if result.wasInterrupted { break }
    }
    switch format {
    case .json: output.write(StressReport.document(results, seed: seed).serialized() + [UInt8(ascii: "\n")])
    case .junit: output.write(StressReport.junit(results))
    case .text, .github: break
    }
    output.flush()
    let worst = results.map(Self.reason).reduce(ExitReason.passed) { $0.worse($1) }
    if results.allSatisfy({ $0.notApplicable != nil }) { throw ExitReason.cannotRun.thrown }
    if worst != .passed { throw worst.thrown }
  }

  private func readSuites() throws -> [Suite] {
    var suites: [Suite] = []
    var isBad = false
    for file in files {
      do throws(SuiteError) {
        suites.append(try SuiteFile.load(file))
      } catch {
        Output.message("\(error)")
        isBad = true
      }
    }
    if isBad { throw ExitReason.badInput.thrown }
    return suites
  }

  /// What is left of the time is shared among the suites that are left.
  private func share(of deadline: Int64, left: Int) -> Int64 {
    let now = Uptime.now()
    return now + max(0, deadline - now) / Int64(left)
  }

  /// Sessions of processes take seconds each.
  private func count(_ suite: Suite) -> Int { runs ?? (command.isEmpty ? suite.sessions : min(suite.sessions, 10)) }

  private func makeTarget(_ interrupt: Int32?) throws -> any StressTarget {
    if command.isEmpty { return StressTargets.embedded() }
    let language = language.flatMap(SampleWorkspace.Language.init) ?? ServerTarget.language(of: command) ?? .pike
    do throws(ReplayRun.Failure) {
      return try ServerTarget(
        command, language, timeouts: .of(request: SuiteReader.time(timeout)), interrupt: interrupt)
    } catch {
      Output.message("\(error)")
      throw ExitReason.cannotRun.thrown
    }
  }

  private static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private func play(
    _ campaign: inout StressCampaign, _ deadline: Int64?, _ interrupt: Int32?, _ stateFile: CampaignStateFile?
  ) -> StressResult {
    let before = stateFile?[campaign.suite.name] ?? CampaignState.Entry()
    campaign.firstCase = max(from, before.next)
    if case .sessions(let count) = campaign.amount { campaign.amount = .sessions(max(0, count - before.next)) }
    campaign.threads = jobs ?? (command.isEmpty ? Self.processors : 1)
    if !command.isEmpty { campaign.suite.runsPerSession = min(campaign.suite.runsPerSession, 2) }
    campaign.doubleEvery = doubleEvery
    campaign.folder = failures
    campaign.isInterrupted = { Interruption.hasCome(interrupt) }
    let meter = quiet ? nil : StressMeter(campaign.suite.name, until: deadline, total: count(campaign.suite))
    // A shard's sessions lie as far apart as there are shards.
    let unfinished = campaign.threads * campaign.shard.count
    campaign.progress = { result in
      meter?.show(result)
      stateFile?.record(result, since: before, unfinished: unfinished, last: false)
    }
    var result = campaign.perform()
    result.command = command
    result.earlier = before
    meter?.finish()
    stateFile?.record(result, since: before, unfinished: result.wasInterrupted ? unfinished : 0, last: true)
    return result
  }

  // MARK: Shrinking

  /// Each kind of failure; the recordings as they were found stay where they are.
  private func shrink(_ result: StressResult, _ target: any StressTarget, _ interrupt: Int32?, _ output: StandardOutput)
  {
    for failure in result.failures {
      guard let path = failure.artefact, !Interruption.hasCome(interrupt),
        let recorded = try? RecordedSession.load(path: path), let options = try? recorded.runOptions()
      else { continue }
      let small = FailureShrinker.smallName(of: path)
      var shrinker = FailureShrinker(target: target, output: small)
      shrinker.deadline = SuiteReader.time(shrinkTime ?? (command.isEmpty ? "10s" : "60s")).map {
        Uptime.now() + $0 * 1000
      }
      shrinker.isInterrupted = { Interruption.hasCome(interrupt) }
      let start = Uptime.now()
      let shrunk: ShrinkResult
      do throws(ShrinkError) {
        shrunk = try shrinker.shrink(recorded, options)
      } catch {
        Output.message("\(path): not made smaller: \(error)")
        continue
      }
      guard format == .text else { continue }
      output.write(ShrinkReport.lines(shrunk, small, since: start, command: command).joined(separator: "\n") + "\n")
      output.flush()
    }
  }

  // MARK: Planted faults

  private func search(_ faults: [PlantedFault], _ suites: [Suite], _ output: StandardOutput, _ interrupt: Int32?) throws
  {
    var campaign = PlantedCampaign(suites, PlantedSearch.candidates(faults), seed: seed)
    campaign.limit = (SuiteReader.time(plantedLimit) ?? 0) * 1000
    campaign.threads = jobs ?? Self.processors
    campaign.folder = failures
    campaign.isInterrupted = { Interruption.hasCome(interrupt) }
    let meter = quiet ? nil : StressMeter("planted faults", until: nil, total: faults.count)
    if let meter { campaign.progress = { meter.show($0, of: $1, "") } }
    let outcomes = campaign.perform()
    meter?.finish()
    switch format {
    case .json: output.write(PlantedReport.document(outcomes, seed: seed).serialized() + [UInt8(ascii: "\n")])
    case .text, .junit, .github: output.write(PlantedReport.lines(outcomes).joined(separator: "\n") + "\n")
    }
    output.flush()
    if outcomes.count < faults.count { throw ExitReason.interrupted.thrown }
    if !PlantedCampaign.isPassed(outcomes) { throw ExitReason.failed.thrown }
  }

  private func show(_ result: StressResult, _ output: StandardOutput) {
    switch format {
    case .text: output.write(StressReport.lines(result).joined(separator: "\n") + "\n")
    case .github: output.write(StressReport.workflowCommands(result).map { $0 + "\n" }.joined())
    case .json, .junit: break
    }
    output.flush()
  }

  private static func reason(_ result: StressResult) -> ExitReason {
    if result.problem != nil { return .cannotRun }
    if !result.mismatches.isEmpty { return .notDeterministic }
    if result.conclusion == .failed { return .failed }
    return result.wasInterrupted ? .interrupted : .passed
  }
}
