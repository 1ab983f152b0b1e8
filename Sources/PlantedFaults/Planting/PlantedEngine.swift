package import EngineProtocols
package import JSONRPC
package import QueryEngine

/// An engine and its adapter with a fault planted in them, or with none: bytes in, bytes out. Belongs to test worlds; `reprise engine`
/// makes its engine itself.
package final class PlantedEngine: @unchecked Sendable {
  // Unchecked: the adapter is used by the one task that hands in what the client says; all else is sendable.

  /// The parts that a healthy engine is made of.
  package struct Parts: Sendable {
    package var files: any FileAccess
    package var clock: any Clock<Duration>
    package var spawner: TaskSpawner
    package var options: EngineOptions
    package var adapter: AdapterOptions

    package init(
      files: any FileAccess, clock: any Clock<Duration>, spawner: TaskSpawner, options: EngineOptions = EngineOptions(),
      adapter: AdapterOptions = AdapterOptions()
    ) {
      self.files = files
      self.clock = clock
      self.spawner = spawner
      self.options = options
      self.adapter = adapter
    }
  }

  package let engine: Engine
  private let adapter: any ProtocolAdapter
  private let wire: PlantedWire?

  /// - Parameters:
  ///   - fault: nil for an engine with nothing wrong with it.
  ///   - framing: that of LSP for a language server, else query-engine-v2.
  ///   - parts: what a healthy one would be made of.
  ///   - output: gets one framed message at a time; must not wait, nor call this.
  package init(
    _ fault: PlantedFault?, _ framing: Framing, _ parts: Parts, output: @escaping @Sendable ([UInt8]) -> Void
  ) {
    let plant = fault?.plant() ?? Plant()
    engine = Engine(
      files: plant.files(parts.files), clock: plant.clock(parts.clock),
      spawner: plant.spawner(parts.spawner, parts.clock), options: plant.options(parts.options))
    let wire = plant.wire.map { PlantedWire($0, framing, output: output) }
    var toClient = output
    if let wire { toClient = { wire.fromServer($0) } }
    let interface = plant.interface(engine)
    adapter =
      framing == .contentLength
      ? LanguageServer(engine: interface, options: parts.adapter, output: toClient)
      : QueryEngineServer(engine: interface, options: parts.adapter, output: toClient)
    self.wire = wire
  }

  package func receive(_ bytes: [UInt8]) {
    guard let wire else { return adapter.receive(bytes) }
    for action in wire.fromClient(bytes) {
      if wire.exitCode != nil { return }
      switch action {
      case .pass(let bytes): adapter.receive(bytes)
      case .tell(let bytes): wire.tell(bytes)
      }
    }
  }

  package func endOfInput() { adapter.endOfInput() }
  package var exitCode: Int? { (wire?.exitCode ?? adapter.exitCode).map(Int.init) }
  package var openRequests: Int { adapter.openRequests }

  package func dispose() {
    engine.dispose()
    wire?.end()
  }
}
