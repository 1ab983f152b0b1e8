import FigureSupport
import Simulation

/// How many decisions a second the schedulers make, and how many small runs a second there are.
enum Speed {
  static func show() {
    print("scheduler      M decisions/s   of actors   small runs/s")
    for kind: SchedulerKind in [
      .firstInFirstOut, .random, .pct(depth: 3, length: 100_000), .partialOrder, .starvation(),
    ] {
      let yields = best { rate(kind, yielding(tasks: 64, times: 20_000)) }
      let hops = best { rate(kind, hopping(tasks: 64, times: 2_000)) }
      let small = best { smallRuns(kind) }
      let name = kind.text.prefix { $0 != ":" }
      print(
        "\(name)".padded(to: 15)
          + "\((yields / 1e6).rounded(2))".padded(to: 16) + "\((hops / 1e6).rounded(2))".padded(to: 12)
          + "\(Int(small))")
    }
  }

  private static func best(_ measure: () -> Double) -> Double { (0..<3).map { _ in measure() }.max() ?? 0 }

  private static func rate(
    _ kind: SchedulerKind, _ body: @escaping @Sendable (SimulatedWorld) async throws -> Void
  ) -> Double {
    var decisions = 0
    let seconds = ProcessorTime.of {
      let report = Simulation.run(SimulationOptions(scheduler: kind, seed: 7), body)
      precondition(report.outcome == .finished, report.description)
      decisions = report.decisions
    }
    return Double(decisions) / seconds
  }

  private static func yielding(tasks: Int, times: Int) -> @Sendable (SimulatedWorld) async throws -> Void {
    { world in
      for task in 0..<tasks {
        world.spawn(name: "\(task)") { for _ in 0..<times { await Task.yield() } }
      }
    }
  }

  private static func hopping(tasks: Int, times: Int) -> @Sendable (SimulatedWorld) async throws -> Void {
    { world in
      for task in 0..<tasks {
        let counter = Counter()
        world.spawn(name: "\(task)") {
          for _ in 0..<times {
            await counter.increment()
            passBy()
          }
        }
      }
    }
  }

  private static func smallRuns(_ kind: SchedulerKind) -> Double {
    let count = 10_000
    var steps = 0
    let seconds = ProcessorTime.of {
      for seed in 0..<count {
        let report = Simulation.run(SimulationOptions(scheduler: kind, seed: UInt64(seed))) { world in
          await withDiscardingTaskGroup { group in
            for _ in 0..<4 { group.addTask { for _ in 0..<10 { await Task.yield() } } }
          }
        }
        steps += report.steps
      }
    }
    precondition((47...90).contains(steps / count), "a small run has \(steps / count) jobs")
    return Double(count) / seconds
  }
}

private actor Counter {
  private var value = 0

  @inline(never)
  func increment() { value += 1 }
}

/// Something that the optimiser cannot look into: it would join two calls of an actor with nothing between them.
@_optimize(none) @inline(never)
private func passBy() {}
