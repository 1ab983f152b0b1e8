internal import CProcess
import Glibc

/// A program that we started, with pipes to its standard input, output and error.
///
/// A thread of its own starts the program and then waits for it: the kernel ties "dies with its parent" to the *thread*
/// that started a child, and threads of a pool may end early. For that reason nobody else may collect our children.
package final class ChildProcess: Sendable {
  package let processIdentifier: Int32
  /// Our ends of the pipes. They belong to the caller, who closes them.
  package let standardInput: Int32
  package let standardOutput: Int32
  package let standardError: Int32
  /// By what its descendants are known, when it leads a process group of its own.
  let mark: String?
  private let status: Monitor<ExitStatus?>

  private init(_ child: reprise_child, mark: String?, status: Monitor<ExitStatus?>) {
    processIdentifier = child.pid
    standardInput = child.input
    standardOutput = child.output
    standardError = child.error
    self.mark = mark
    self.status = status
  }

  /// Starts a program with pipes to its three standard streams.
  ///
  /// - Parameters:
  ///   - command: looked up in `PATH` when it has no slash.
  ///   - arguments: those after the command's name.
  ///   - directory: where it runs; nil for our own working directory.
  ///   - newProcessGroup: so that ``terminateGroup()`` reaches what the program starts, and the terminal's keys do not.
  ///     Such a program finds the variable `REPRISE_TARGET` in its environment, by which what it left behind is known.
  ///   - diesWithParent: the kernel kills the program when this process dies, however it dies.
  ///   - signals: what the program finds ignored and blocked.
  /// - Returns: the running program.
  /// - Throws: ``SpawnError``; then nothing was started.
  package static func spawn(
    command: String, arguments: [String] = [], directory: String? = nil, newProcessGroup: Bool = false,
    diesWithParent: Bool = true, signals: SignalState = .fresh
  ) throws(SpawnError) -> ChildProcess {
    let plan = SpawnPlan(
      command: command, arguments: arguments, directory: directory, mark: newProcessGroup ? Leftovers.newMark() : nil,
      diesWithParent: diesWithParent, signals: signals)
    let started = Monitor<Result<ChildProcess, SpawnError>?>(nil)
    _ = WorkerThread(name: "child") { keep(plan, started: started) }
    // Waiting without a deadline always ends with a value.
    return try started.wait { $0 }!.get()
  }

  /// The life of the thread that keeps a child.
  private static func keep(_ plan: SpawnPlan, started: Monitor<Result<ChildProcess, SpawnError>?>) {
    let status = Monitor<ExitStatus?>(nil)
    let result = plan.run().map { ChildProcess($0, mark: plan.mark, status: status) }
    started.withLock { $0 = result }
    started.broadcast()
    guard case .success(let child) = result else { return }
    _ = reprise_wait_leaving(child.processIdentifier)
    // Collected under the lock, so that no signal is ever sent to a pid that is somebody else's by now.
    status.withLock { $0 = collect(child.processIdentifier) }
    status.broadcast()
  }

  private static func collect(_ pid: Int32) -> ExitStatus {
    var code: Int32 = -1
    var signal: Int32 = -1
    _ = reprise_collect(pid, 1, &code, &signal)
    return signal >= 0 ? .signal(signal) : .exit(max(code, 0))
  }

  // MARK: Waiting

  /// Waits until the child has ended.
  package func wait() -> ExitStatus { status.wait { $0 }! }

  /// Waits for at most this long; nil when the child still runs.
  package func wait(milliseconds: Int64) -> ExitStatus? {
    status.wait(until: Uptime.after(milliseconds: milliseconds)) { $0 }
  }

  package func tryWait() -> ExitStatus? { status.withLock { $0 } }

  // MARK: Signals

  /// Sends a signal to the child; false when it has ended.
  @discardableResult
  package func send(signal: Int32) -> Bool {
    status.withLock { ended in ended == nil && kill(processIdentifier, signal) == 0 }
  }

  /// Kills the child, its process group (when it leads one) and everything it started that can still be found, and waits
  /// until they are gone.
  ///
  /// - Returns: how many processes besides the child itself were left over. Those that escaped by outliving their
  ///   parent are found only when ``Leftovers/adoptOrphans()`` was called before the child was started.
  package func terminateGroup() -> Int {
    Leftovers.end(self)
  }

  /// Once it has ended: gives what it has started so much time to end, too.
  package func awaitEndOfDescendants(milliseconds: Int64) {
    Leftovers.awaitEnd(behind: self, milliseconds: milliseconds)
  }
}
