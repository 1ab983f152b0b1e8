import Glibc
package import PerformanceGates

/// What a measurement depends on beside the programs.
package enum MachineDescription {
  /// Set for all programs that are measured, so that they behave the same everywhere.
  package static let variables = [("TZ", "UTC"), ("LC_ALL", "C.UTF-8"), ("SWIFT_DETERMINISTIC_HASHING", "1")]

  /// Sets the variables in this process, whose children have them from it. To be called before any thread is started.
  package static func fixEnvironment() { for (name, value) in variables { setenv(name, value, 1) } }

  package static func environment(warmup: Int, minimumTime: Double) -> MeasuredEnvironment {
    let inherited = ["CI"].compactMap { name in
      getenv(name).map { MeasuredEnvironment.Variable(name, String(cString: $0)) }
    }
    return MeasuredEnvironment(
      machine: machine, cores: cores, variables: variables.map { .init($0.0, $0.1) } + inherited, warmup: warmup,
      minimumTimeMs: minimumTime)
  }

  private static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  private static var machine: String {
    var name = utsname()
    uname(&name)
    let system = withUnsafeBytes(of: name.sysname) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let architecture = withUnsafeBytes(of: name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let processor =
      ProcText.read("/proc/cpuinfo")?.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "unknown processor"
    return "\(system.lowercased()) \(architecture), \(processor), \(cores) cores"
  }
}
