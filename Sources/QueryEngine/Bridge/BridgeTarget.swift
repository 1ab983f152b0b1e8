/// An engine that a bridge owns: an instance in this process, or a process.
package protocol BridgeTarget: Sendable {
  /// Whether the command could be run, without running it.
  func validate() async throws(BridgeFailure)
  /// Makes the engine run. Whatever it says goes to `events`, until it stops or has come to an end by itself.
  func start(_ events: BridgeEvents) async throws(BridgeFailure)
  /// Only while it runs.
  func send(_ request: [UInt8])
  /// Returns when nothing of it is left. Also called after an end that nobody asked for.
  func stop() async
}

package struct BridgeFailure: Error, Sendable, Equatable {
  /// What was wrong, and what to try.
  package var message: String

  package init(_ message: String) { self.message = message }
}

/// What a target tells its bridge.
package struct BridgeEvents: Sendable {
  /// Something that the engine has said.
  package let received: @Sendable ([UInt8]) -> Void
  /// It has come to an end that nobody asked for.
  package let ended: @Sendable () -> Void
}
