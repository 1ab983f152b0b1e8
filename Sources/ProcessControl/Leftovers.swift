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
  /// How many more rounds an orphan that cannot be told yet is waited for.
  private static let undecidedRounds = 40

  /// Waits until nothing is left of what `child`, which has ended, has started: what ends with it takes a moment to do so.
  static func awaitEnd(behind child: ChildProcess, milliseconds: Int64) {
    var seen: Set<Int32> = []
    for _ in 0..<max(1, milliseconds / pauseMilliseconds) {
      let (found, undecided) = relatives(of: child)
      seen.formUnion(found)
      seen.forEach(collectAdopted)
      if found.isEmpty, !undecided { return }
      Descriptor.poll(-1, for: 0, milliseconds: Int32(pauseMilliseconds))
    }
  }

  /// Kills `child` and all that belongs to it; returns how many others there were.
  static func end(_ child: ChildProcess) -> Int {
    var seen: Set<Int32> = []
    var undecidedRounds = undecidedRounds
    for _ in 0..<rounds {
      let (found, undecided) = relatives(of: child)
      seen.formUnion(found)
      // The group first, at one stroke; then those who left it.
      if child.mark != nil, !found.isEmpty { kill(-child.processIdentifier, SIGKILL) }
      child.send(signal: SIGKILL)
      for pid in found { kill(pid, SIGKILL) }
      seen.forEach(collectAdopted)
      let ended = child.wait(milliseconds: pauseMilliseconds)
      if found.isEmpty, ended != nil {
        guard undecided, undecidedRounds > 0 else { break }
        undecidedRounds -= 1
      }
      if ended != nil { Descriptor.poll(-1, for: 0, milliseconds: Int32(pauseMilliseconds)) }
    }
    return seen.count
  }

  /// The living processes that descend from `child`, are in its group, or were orphaned and adopted by us; and whether
  /// there is an orphan of which that is not known yet: its environment reads as empty while it executes a program.
  private static func relatives(of child: ChildProcess) -> (found: Set<Int32>, undecided: Bool) {
    let table = ProcessTable.read()
    let pid = child.processIdentifier
    var found = ProcessTable.descendants(of: pid, in: table)
    var undecided = false
    if let mark = child.mark {
      found.formUnion(table.filter { $0.group == pid }.map(\.pid))
      let ourself = getpid()
      for orphan in table where orphan.parent == ourself && orphan.pid != pid {
        switch ProcessTable.hasEnvironment(orphan.pid, "\(marker)=\(mark)") {
        case true?:
          found.insert(orphan.pid)
          found.formUnion(ProcessTable.descendants(of: orphan.pid, in: table))
        case false?: break
        case nil: undecided = true
        }
      }
    }
    found.remove(pid)
    return (found, undecided)
  }

  /// Fails for those that are not our children; they are somebody else's to collect.
  private static func collectAdopted(_ pid: Int32) {
    var code: Int32 = -1
    var signal: Int32 = -1
    _ = reprise_collect(pid, 0, &code, &signal)
  }
}
