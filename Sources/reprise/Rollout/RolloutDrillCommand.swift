import ArgumentParser
import JSONRPC
import PerformanceGates

/// `reprise rollout drill`: whether each trigger is seen.
struct RolloutDrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Plants each trigger and each absence in healthy metrics, and looks whether it is seen.",
    discussion: """
      A policy that makes the judge blind for something fails its drill.

      Examples:
        reprise rollout drill
        reprise rollout drill --policy rollout.json --format json | jq '.cases[] | select(.passed | not)'

      Exit status: 0 all was seen, and nothing where nothing was planted; 1 not so; 65 the policy cannot be read.
      """)

  @OptionGroup var policy: RolloutPolicyOptions

  @Option(help: "text or json.")
  var format = ReportFormat.text

  func run() throws {
    let cases = RolloutDrill.run(policy: try policy.read())
    let output = StandardOutput()
    switch format {
    case .text: output.write(RolloutDrill.markdown(cases))
    case .json: output.write(RolloutDrill.json(cases).serialized() + [UInt8(ascii: "\n")])
    }
    output.flush()
    if !RolloutDrill.isPassed(cases) { throw ExitReason.failed.thrown }
  }
}
