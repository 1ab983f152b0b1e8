import Glibc
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

@testable import Replay

/// Replays a session against the scripted language server with these quirks.
func replay(
  _ session: RecordedSession, _ quirks: [String] = [], pacing: any Pacing = Lockstep(),
  configure: (inout ReplayRun) -> Void = { _ in }
) throws -> Verdict {
  var options = ReplayRun.Options(command: [Tool.server, "lsp"] + quirks)
  options.pacing = pacing
  options.reproduce = "reprise replay fixture"
  // Long enough for a machine under load; short where a test waits for it to pass.
  options.timeouts = TimeoutPolicy(request: 8_000_000, patience: 200_000, exit: 8_000_000)
  options.quiescence = FinalDiagnostics(shortQuiet: 50_000, quiet: 300_000, limit: 3_000_000)
  var run = ReplayRun(options)
  configure(&run)
  return try run.run(session)
}

extension Verdict {
  func kinds(_ severity: Problem.Severity) -> [Problem.Kind] {
    problems.filter { $0.severity == severity }.map(\.kind)
  }

  func row(_ method: String) -> MethodRow? { methods.first { $0.method == method } }

  /// What a person would want to see when a test fails.
  var text: Comment { Comment(rawValue: TextReport.lines(self).joined(separator: "\n")) }
}

/// Whether the process is there, or waits to be collected.
func isAlive(_ pid: Int32) -> Bool { kill(pid, 0) == 0 }
