/// How long a server may take. Microseconds.
package struct TimeoutPolicy: Sendable, Equatable {
  /// For a request, from when it was sent or from the last answer to another one, whichever is later: a server that works
  /// through a queue is not hung.
  package var request: Int64
  /// For the requests of a method.
  package var byMethod: [String: Int64]
  /// For what need not come at all: a request of the server, a publish, the answer to a long poll.
  package var patience: Int64
  /// From `exit` and the end of its input to the server's end.
  package var exit: Int64
  /// Requests that may stay open as long as the server likes (LSP 3.17, "Workspace Diagnostics").
  package var longPolls: Set<String>

  package init(
    request: Int64 = 30_000_000, byMethod: [String: Int64] = [:], patience: Int64 = 2_000_000,
    exit: Int64 = 5_000_000, longPolls: Set<String> = ["workspace/diagnostic"]
  ) {
    self.request = request
    self.byMethod = byMethod
    self.patience = patience
    self.exit = exit
    self.longPolls = longPolls
  }

  func limit(for method: String) -> Int64 { byMethod[method] ?? request }
}
