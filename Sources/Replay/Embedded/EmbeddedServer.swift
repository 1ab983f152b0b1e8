/// A server that lives in this process. Replay knows no particular one: whoever wires the harness to an engine brings it.
///
/// Messages that it has for the client go to the `output` of the ``EmbeddedEnvironment`` that it was made with, framed.
package protocol EmbeddedServer: AnyObject, Sendable {
  /// Bytes from the client. Called by one task at a time, in their order.
  func receive(_ bytes: [UInt8])
  /// Nothing will come any more.
  func endOfInput()
  /// Set when the client has asked for the end.
  var exitCode: Int? { get }
  /// How many requests are not answered yet.
  var openRequests: Int { get }
  /// Lets go of everything; nothing is said any more.
  func dispose()
  /// What it tells of itself; at any time.
  func telemetry() -> ServerTelemetry
}

/// Where an embedded server lives.
package struct EmbeddedEnvironment: Sendable {
  /// All of the server's time.
  package var clock: any Clock<Duration>
  /// All of its tasks run here.
  package var executor: any TaskExecutor
  /// How many of them at once.
  package var width: Int
  /// Is told the name of each task just before it starts.
  package var willSpawn: (@Sendable (String) -> Void)?
  /// All files that there are.
  package var files: VirtualFiles
  /// Asked by the name of a place before something happens there that may go wrong; it returns whether it does.
  package var passes: @Sendable (_ place: String) async -> Bool
  /// Whether work takes no time unless somebody says how much.
  package var isSimulated: Bool
  package var output: @Sendable ([UInt8]) -> Void
}

package typealias EmbeddedServerFactory = @Sendable (EmbeddedEnvironment) -> any EmbeddedServer

/// What a server tells of its requests, by class, the most urgent first.
package struct ServerTelemetry: Sendable {
  package struct Class: Sendable {
    package var name: String
    package var requests = 0
    package var cancelled = 0
    package var superseded = 0
    package var shared = 0
    /// Microseconds; those below too.
    package var queueWait: [Int64] = []
    package var duration: [Int64] = []
    package var cancelToStop: [Int64] = []

    package init(name: String) { self.name = name }
  }

  package var classes: [Class] = []
  /// Work done, by kind.
  package var work: [(kind: String, amount: Int)] = []
  /// How many old states of its inputs it keeps; nil if it does not say.
  package var retainedSnapshots: Int?
  /// What is open, waiting and running now, in words.
  package var state: [String] = []

  package init() {}
}
