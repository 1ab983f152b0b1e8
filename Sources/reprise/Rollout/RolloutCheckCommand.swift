import ArgumentParser
import Glibc
import PerformanceGates

/// `reprise rollout check`: holds a stage's metrics against its limits.
struct RolloutCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges a stage of a rollout: go on, hold, or roll back.",
    discussion: """
      Metrics are files as docs/performance-gate.md has them, or recordings: of query-engine-v2, whose answers carry their telemetry. What is missing \
      holds; it never passes. Sessions by LSP have no telemetry, so they hold.

      Examples:
        reprise rollout check --stage canary-5 metrics/*.json
        reprise rollout check --stage internal --build 0.2.0 sessions/*.trace.gz --format json

      Exit status: 0 go on; 4 hold; 1 roll back; 64 this command line is wrong; 65 a file cannot be read.
      """)

  @Argument(help: ArgumentHelp("Metrics files and recordings.", valueName: "metrics"))
  var files: [String]

  @Option(help: "internal, canary-5, canary-25 or ga.")
  var stage: RolloutStage

  @OptionGroup var policy: RolloutPolicyOptions

  @Option(help: ArgumentHelp("The build that is to go on. (default: the only one there is)", valueName: "id"))
  var build: String?

  @Option(help: ArgumentHelp("Judge as at this time, in seconds since 1970. (default: now)", valueName: "seconds"))
  var now: Int?

  @Option(help: "text, json or github.")
  var format = VerdictFormat.text

  func validate() throws {
    if let now, now < 0 { throw ValidationError("--now \(now): give seconds since 1970, such as 1800000000.") }
  }

  func run() throws {
    let policy = try policy.read()
    let metrics = try readAll()
    let (build, now) = (try chosenBuild(metrics), now ?? time(nil))
    let judge = RolloutJudge(policy: policy, stage: stage, build: build, now: now)
    let report = judge.judge(metrics)
    format.write(
      text: report.markdown, json: report.json, annotations: report.annotations)
    guard report.exitCode != 0 else { return }
    Reproduction.say(
      ["rollout", "check", "--stage", stage.rawValue, "--build", build, "--now", String(now)]
        + (self.policy.policy.map { ["--policy", $0] } ?? []) + files)
    throw ExitCode(report.exitCode)
  }

  /// All files are read before any is judged, so that what is wrong with them is said together.
  private func readAll() throws -> [RolloutMetrics] {
    var metrics: [RolloutMetrics] = []
    var failure: (any Error)?
    for file in files {
      do { metrics.append(try MetricsFile.read(file, stage: stage)) } catch { failure = error }
    }
    if let failure { throw failure }
    return metrics
  }

  private func chosenBuild(_ metrics: [RolloutMetrics]) throws -> String {
    if let build { return build }
    var builds: [String] = []
    for one in metrics where one.stage == stage && !builds.contains(one.build) { builds.append(one.build) }
    if builds == [SessionMetrics.unknownBuild] {
      throw ExitReason.refused("the recordings do not say of which build they are; name it with --build")
    }
    if builds.count > 1 {
      throw ExitReason.refused(
        "the metrics are of several builds (\(builds.joined(separator: ", "))); name one with --build")
    }
    return builds.first ?? SessionMetrics.unknownBuild
  }
}

extension RolloutStage: ExpressibleByArgument {}
