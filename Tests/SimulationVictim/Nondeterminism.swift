import Glibc
import Simulation

/// Each way in which a run comes to depend on more than its seed, but for `none`.
enum Nondeterminism: String {
  case none, setOrder, address, realTime, file

  func run() -> SimulationReport {
    Simulation.run(SimulationOptions(scheduler: .random, seed: 1, traceLimit: 10_000)) { world in
      await withDiscardingTaskGroup { group in
        for name in names(world) {
          group.addTask {
            await Task.yield()
            world.note(name)
          }
        }
      }
    }
  }

  private func names(_ world: SimulatedWorld) -> [String] {
    let names = (0..<32).map { "name \($0)" }
    switch self {
    case .none: return names
    case .setOrder: return Array(Set(names))
    case .address: return ordered(names, by: Self.address())
    case .realTime: return ordered(names, by: Self.nanoseconds())
    case .file: return ordered(names, by: Self.kernelsRandomNumber())
    }
  }

  private func ordered(_ names: [String], by key: Int) -> [String] {
    Array(names[(key % 32)...] + names[..<(key % 32)])
  }

  /// Of an object; pages are placed at random.
  private static func address() -> Int {
    final class Object {}
    let object = Object()
    return withExtendedLifetime(object) { Int(bitPattern: Unmanaged.passUnretained(object).toOpaque()) >> 12 & 0xffff }
  }

  private static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_nsec / 1_000
  }

  /// From a file whose content nobody has laid down.
  private static func kernelsRandomNumber() -> Int {
    guard let file = fopen("/proc/sys/kernel/random/uuid", "r") else { return 0 }
    defer { fclose(file) }
    return (0..<8).reduce(0) { sum, _ in sum * 31 + Int(fgetc(file)) } & 0xffff
  }
}
