import CProcess
import Glibc

/// On which processors a thread, and the programs that it starts, may run.
package struct ProcessorAffinity: Sendable, Equatable {
  /// Their numbers, in order.
  package let processors: [Int]

  package init(processors: [Int]) { self.processors = processors.sorted() }

  /// That of the calling thread; nil where it cannot be asked for.
  package static var current: ProcessorAffinity? {
    var mask = [UInt8](repeating: 0, count: maskSize)
    guard reprise_get_affinity(0, &mask, maskSize) == 0 else { return nil }
    return ProcessorAffinity(processors: (0..<maskSize * 8).filter { mask[$0 / 8] & (1 << ($0 % 8)) != 0 })
  }

  /// Binds the calling thread. False when the system does not let it.
  @discardableResult
  package func apply() -> Bool { apply(to: 0) }

  /// Binds all threads that this process has; those that they start later are bound, too.
  package func applyToProcess() -> Bool {
    guard let folder = opendir("/proc/self/task") else { return false }
    defer { closedir(folder) }
    var threads: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if let thread = pid_t(name) { threads.append(thread) }
    }
    return threads.allSatisfy { apply(to: $0) }
  }

  private func apply(to thread: pid_t) -> Bool {
    var mask = [UInt8](repeating: 0, count: Self.maskSize)
    for processor in processors where processor >= 0 && processor < Self.maskSize * 8 {
      mask[processor / 8] |= 1 << (processor % 8)
    }
    return reprise_set_affinity(thread, mask, Self.maskSize) == 0
  }

  /// Bytes: enough for the thousand processors that the C library knows.
  private static let maskSize = 128
}
