import Glibc

/// The processes of this machine, as far as we may see them.
enum ProcessTable {
  struct Entry: Equatable, Sendable {
    var pid: Int32
    var parent: Int32
    var group: Int32
  }

  /// Living processes only: those that ended and wait to be collected are left out.
  static func read() -> [Entry] {
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let pid = Int32(name), let entry = parse(contents(of: "/proc/\(pid)/stat"), pid: pid) else { continue }
      entries.append(entry)
    }
    return entries
  }

  /// `pid (name) state ppid pgrp …`; the name may hold anything, so that the last parenthesis counts.
  static func parse(_ stat: [UInt8], pid: Int32) -> Entry? {
    guard let close = stat.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = stat[(close + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard fields.count >= 3, fields[0] != [UInt8(ascii: "Z")], fields[0] != [UInt8(ascii: "X")],
      let parent = Int32(String(decoding: fields[1], as: UTF8.self)),
      let group = Int32(String(decoding: fields[2], as: UTF8.self))
    else { return nil }
    return Entry(pid: pid, parent: parent, group: group)
  }

  static func descendants(of ancestor: Int32, in table: [Entry]) -> Set<Int32> {
    let children = Dictionary(grouping: table, by: \.parent)
    var found: Set<Int32> = []
    var pending = [ancestor]
    while let parent = pending.popLast() {
      for child in children[parent] ?? [] where found.insert(child.pid).inserted { pending.append(child.pid) }
    }
    return found
  }

  /// Whether the process was started with this variable in its environment; nil when that cannot be told: the kernel
  /// shows no environment between an `execve` and its end, nor of a process that has just died.
  static func hasEnvironment(_ pid: Int32, _ assignment: String) -> Bool? {
    let environment = contents(of: "/proc/\(pid)/environ")
    if environment.isEmpty { return nil }
    return environment.split(separator: 0).contains { $0.elementsEqual(assignment.utf8) }
  }

  private static func contents(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) {
      result += buffer[..<count]
    }
    return result
  }
}
