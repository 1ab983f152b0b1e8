import Glibc
import Simulation
import SimulationScenarios

/// What tests of `Simulation` run as a process of its own: each prints how a run went.
///
/// `scenario NAME SCHEDULER SEED`, `nondeterminism KIND`, `installed KIND`.
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    switch (arguments.first, arguments.count) {
    case ("scenario", 4): runScenario(arguments[1], arguments[2], arguments[3])
    case ("nondeterminism", 2): show(Nondeterminism(rawValue: arguments[1])?.run())
    case ("installed", 2):
      Simulation.install()
      show(Installed(rawValue: arguments[1])?.run())
    default: show(nil)
    }
  }

  private static func runScenario(_ name: String, _ scheduler: String, _ seed: String) {
    guard let scenario = Scenario.all.first(where: { $0.name == name }), let kind = SchedulerKind(text: scheduler),
      let seed = UInt64(seed)
    else { return show(nil) }
    let options = SimulationOptions(scheduler: kind, seed: seed, traceLimit: 100_000)
    show(Simulation.run(options, scenario.body()))
  }

  private static func show(_ report: SimulationReport?) {
    guard let report else {
      print("simulation-victim: what?")
      exit(2)
    }
    print(report)
    print("hash \(String(report.hash, radix: 16)), unfinished \(report.unfinishedTasks)")
    for event in report.trace { print(event) }
  }
}
