package import QueryEngine

/// A protocol's end of a connection: bytes come in, messages go out by the function that it was made with.
///
/// It is used from one thread at a time. Mutations take effect in the order in which they come, before anything that comes after them.
package protocol ProtocolAdapter: AnyObject {
  func receive(_ bytes: UnsafeRawBufferPointer)
  /// Nothing will come any more.
  func endOfInput()
  /// How many requests are not answered yet.
  var openRequests: Int { get }
  /// Set when the client has asked for the end.
  var exitCode: Int32? { get }
}

extension ProtocolAdapter {
  package func receive(_ bytes: [UInt8]) { bytes.withUnsafeBytes { receive($0) } }
}

/// What whoever runs an engine says about it.
package struct AdapterOptions: Sendable {
  /// Of what program the engine is.
  package var version = "0"
  /// What holds as long as the client says nothing else.
  package var settings = EngineSettings()
  /// Whether the installed library is indexed when a client has connected.
  package var indexesLibrary = true

  package init() {}
}
