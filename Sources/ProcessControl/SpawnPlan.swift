internal import CProcess
import Glibc

/// Why a program could not be started.
package struct SpawnError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was wrong, where, and what to try.
  package var message: String
  /// The command was not found or may not be executed; otherwise the system or the directory is in the way.
  package var isCommandMissing: Bool

  package var description: String { message }
}

/// All that is needed to start a program.
struct SpawnPlan: Sendable {
  var command: String
  var arguments: [String]
  var directory: String?
  /// Set when the program is to lead a process group of its own.
  var mark: String?
  var diesWithParent: Bool
  var signals: SignalState

  func run() -> Result<reprise_child, SpawnError> {
    guard !([command, directory ?? ""] + arguments).contains(where: { $0.utf8.contains(0) }) else {
      return .failure(
        SpawnError(message: "the command or one of its arguments contains a NUL character", isCommandMissing: true))
    }
    let arguments = CStrings([command] + arguments)
    let environment = mark.map { CStrings(inheriting: "\(Leftovers.marker)=\($0)") }
    let directory = directory.map { CStrings([$0]) }
    var options = reprise_spawn_options()
    options.file = UnsafePointer(arguments.pointers[0])
    options.arguments = UnsafePointer(arguments.pointers)
    options.environment = environment.map { UnsafePointer($0.pointers) }
    options.directory = directory.map { UnsafePointer($0.pointers[0]!) }
    options.new_process_group = mark == nil ? 0 : 1
    options.parent_death_signal = diesWithParent ? SIGKILL : 0
    options.ignored_signals = signals.ignored.bits
    options.blocked_signals = signals.blocked.bits
    var child = reprise_child()
    let result = withExtendedLifetime((arguments, environment, directory)) { reprise_spawn(&options, &child) }
    return result == 0 ? .success(child) : .failure(failure(error: -result, stage: child.failed_stage))
  }

  private func failure(error: Int32, stage: Int32) -> SpawnError {
    let reason = String(cString: strerror(error))
    switch UInt32(stage) {
    case REPRISE_SPAWN_EXEC.rawValue where error == ENOENT && !command.contains("/"):
      return SpawnError(
        message: "cannot run '\(command)': command not found; is it installed, and is its directory in PATH?",
        isCommandMissing: true)
    case REPRISE_SPAWN_EXEC.rawValue:
      return SpawnError(message: "cannot run '\(command)': \(reason)", isCommandMissing: true)
    case REPRISE_SPAWN_DIRECTORY.rawValue:
      return SpawnError(
        message: "cannot run '\(command)' in the directory '\(directory ?? "")': \(reason)", isCommandMissing: false)
    default:
      return SpawnError(
        message: "cannot start a process for '\(command)': \(reason); try with fewer programs running",
        isCommandMissing: false)
    }
  }
}

/// Strings as C wants them: an array of pointers that ends with NULL.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int
  /// Those from here on are ours to free.
  private let firstOwned: Int

  init(_ strings: [String], after inherited: [UnsafeMutablePointer<CChar>] = []) {
    count = inherited.count + strings.count
    firstOwned = inherited.count
    pointers = .allocate(capacity: count + 1)
    for (index, pointer) in inherited.enumerated() { pointers[index] = pointer }
    for (index, string) in strings.enumerated() { pointers[firstOwned + index] = strdup(string) }
    pointers[count] = nil
  }

  /// Our own environment and one assignment more.
  convenience init(inheriting assignment: String) {
    var inherited: [UnsafeMutablePointer<CChar>] = []
    var next = environ
    while let pointer = next.pointee {
      inherited.append(pointer)
      next += 1
    }
    self.init([assignment], after: inherited)
  }

  deinit {
    for index in firstOwned..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
