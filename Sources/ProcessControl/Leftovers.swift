internal import CProcess
import Glibc
import Synchronization

/// What a child started and left behind.
package enum Leftovers {
  /// The variable by which we know a child's descendants again, even those that outlived their parents.
  static let marker = "REPRISE_TARGET"
  private static let marks = Atomic<Int>(0)

  static func newMark() -> String {
    "\(getpid())-\(marks.wrappingAdd(1, ordering: .relaxed).newValue)"
  }

  /// From now on processes below us whose parent ends become our children, so that they can be found.
  package static func adoptOrphans() { _ = reprise_become_subreaper() }

  /// A round kills what it finds and looks again: a dying process may have started another one in the meantime.
  private static let rounds = 200
  private static let pauseMilliseconds: Int64 = 5

  /// Kills `child` and all that belongs to it; returns how many others there were.
  static func end(_ child: ChildProcess) -> Int {
    var seen: Set<Int32> = []
    for _ in 0..<rounds {
      let found = relatives(of: child)
      seen.formUnion(found)
      // The group first, at one stroke; then those who left it.
      if child.mark != nil, !found.isEmpty { kill(-child.processIdentifier, SIGKILL) }
      child.send(signal: SIGKILL)
      for pid in found { kill(pid, SIGKILL) }
      seen.forEach(collectAdopted)
      let ended = child.wait(milliseconds: pauseMilliseconds)
      if found.isEmpty, ended != nil { break }
      if ended != nil { Descriptor.poll(-1, for: 0, milliseconds: Int32(pauseMilliseconds)) }
    }
    return seen.count
  }

  /// The living processes that descend from `child`, are in its group, or were orphaned and adopted by us.
  private static func relatives(of child: ChildProcess) -> Set<Int32> {
    let table = ProcessTable.read()
    let pid = child.processIdentifier
    var found = ProcessTable.descendants(of: pid, in: table)
    if let mark = child.mark {
      found.formUnion(table.filter { $0.group == pid }.map(\.pid))
      let ourself = getpid()
      for orphan in table where orphan.parent == ourself && orphan.pid != pid {
        guard ProcessTable.hasEnvironment(orphan.pid, "\(marker)=\(mark)") else { continue }
        found.insert(orphan.pid)
        found.formUnion(ProcessTable.descendants(of: orphan.pid, in: table))
      }
    }
    found.remove(pid)
    return found
  }

  /// Fails for those that are not our children; they are somebody else's to collect.
  private static func collectAdopted(_ pid: Int32) {
    var code: Int32 = -1
    var signal: Int32 = -1
    _ = reprise_collect(pid, 0, &code, &signal)
  }
}
