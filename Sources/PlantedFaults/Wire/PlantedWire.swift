internal import JSONRPC
internal import Synchronization

/// Takes messages apart for a ``WireFault`` and puts them together again. What is no JSON goes through as it is.
final class PlantedWire: Sendable {
  enum Action {
    /// To the engine.
    case pass([UInt8])
    /// To the client.
    case tell([UInt8])
  }

  private struct State {
    var fault: any WireFault
    var clientFramer: MessageFramer
    var serverFramer: MessageFramer
    var exitCode: Int32?
    var hasEnded = false
  }

  private let framing: Framing
  private let output: @Sendable ([UInt8]) -> Void
  private let state: Mutex<State>

  init(_ fault: any WireFault, _ framing: Framing, output: @escaping @Sendable ([UInt8]) -> Void) {
    self.framing = framing
    self.output = output
    state = Mutex(
      State(
        fault: fault, clientFramer: MessageFramer(framing: framing), serverFramer: MessageFramer(framing: framing)))
  }

  var exitCode: Int32? { state.withLock { $0.exitCode } }

  /// To be carried out with no lock held: the engine may answer at once.
  func fromClient(_ bytes: [UInt8]) -> [Action] {
    state.withLock { state in
      var actions: [Action] = []
      for frame in state.clientFramer.consume(bytes) where state.exitCode == nil {
        guard let message = WireMessage(frame) else {
          actions.append(.pass(frame.bytes(framing: framing)))
          continue
        }
        for action in state.fault.client(message) {
          switch action {
          case .pass(let message): actions.append(.pass(message.bytes(framing)))
          case .tell(let message): actions.append(.tell(message.bytes(framing)))
          case .exit(let code): state.exitCode = code
          }
        }
      }
      return actions
    }
  }

  /// The output is called with the lock held, so that nothing overtakes.
  func fromServer(_ bytes: [UInt8]) {
    state.withLock { state in
      guard !state.hasEnded, state.exitCode == nil else { return }
      for frame in state.serverFramer.consume(bytes) {
        guard let message = WireMessage(frame) else {
          output(frame.bytes(framing: framing))
          continue
        }
        for message in state.fault.server(message) { output(message.bytes(framing)) }
      }
    }
  }

  func tell(_ bytes: [UInt8]) {
    state.withLock { state in if !state.hasEnded, state.exitCode == nil { output(bytes) } }
  }

  func end() { state.withLock { $0.hasEnded = true } }
}
