import Glibc

/// The most memory that this process had resident since the last reset.
package enum PeakMemory {
  package static func reset() {
    guard let file = fopen("/proc/self/clear_refs", "we") else { return }
    defer { fclose(file) }
    fputs("5", file)
  }

  /// 0 where the system does not say.
  package static var bytes: Int {
    guard let file = fopen("/proc/self/status", "re") else { return 0 }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 13)
    let count = fread(&buffer, 1, buffer.count, file)
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes * 1024
  }
}
