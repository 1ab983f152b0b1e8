import Glibc

/// What the machine does meanwhile, read from `/proc`.
struct MachineWatch {
  private let start = Processors.now

  /// The share of the time since the start that the hypervisor took away, 0 to 1.
  var steal: Double {
    let now = Processors.now
    let total = now.total - start.total
    return total > 0 ? Double(now.stolen - start.stolen) / Double(total) : 0
  }

  /// How busy others kept each core since the start: all processor time that is not ours.
  func load(ownNanoseconds: Int64) -> Double {
    let now = Processors.now
    let total = now.total - start.total
    guard total > 0 else { return 0 }
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    let own = Double(ownNanoseconds) / 1e9 * ticks
    return max(0, (Double(now.busy - start.busy) - own) / Double(total))
  }

  /// Of all cores together, in ticks.
  private struct Processors {
    var total = 0
    var busy = 0
    var stolen = 0

    static var now: Processors {
      guard let line = ProcText.read("/proc/stat")?.split(separator: "\n").first else { return Processors() }
      // user nice system idle iowait irq softirq steal
      let ticks = line.split(separator: " ").dropFirst().prefix(8).compactMap { Int($0) }
      guard ticks.count == 8 else { return Processors() }
      let total = ticks.reduce(0, +)
      return Processors(total: total, busy: total - ticks[3] - ticks[4] - ticks[7], stolen: ticks[7])
    }
  }
}

/// Small files of `/proc`.
enum ProcText {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}
