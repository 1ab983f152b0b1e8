import FigureSupport
import Glibc
import Simulation
import SimulationScenarios

/// What a hundred thousand runs leave behind.
enum Memory {
  static func show() {
    print("runs       MiB resident")
    for round in 0...10 {
      if round > 0 { for seed in 0..<10_000 { run(UInt64(round * 10_000 + seed)) } }
      print("\(round * 10_000)".padded(to: 11) + "\(resident.rounded(1))")
    }
  }

  /// Ends with a task asleep, so that it has to be woken up and cancelled.
  private static func run(_ seed: UInt64) {
    let report = Simulation.run(SimulationOptions(scheduler: .random, seed: seed, recordsSchedule: true)) { world in
      world.spawn(name: "sleeper") { try await world.clock.sleep(for: .seconds(1_000)) }
      let noise = Noise()
      await withDiscardingTaskGroup { group in for _ in 0..<4 { group.addTask { await noise.hop(times: 5) } } }
      async let child: Void = world.clock.sleep(for: .seconds(1))
      try await child
    }
    precondition(report.outcome == .finished, report.description)
  }

  private static var resident: Double {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return Double(pages * 4_096) / 1_048_576
  }
}
