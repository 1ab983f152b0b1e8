internal import HashTreeCollections
internal import Synchronization

/// The keys of one kind of input, and what is known about the time before they were written.
final class InputTable: Sendable {
  private struct State {
    let keys: AnyKeyMap
    /// By the key's index.
    var pasts: [Past] = []

    mutating func index<Key: Hashable & Sendable>(of key: Key) -> Int32 {
      let keys = keys.of(Key.self)
      if let index = keys.index(of: key) { return index }
      let index = Int32(pasts.count)
      keys.insert(key, at: index)
      pasts.append(.unknown)
      return index
    }
  }

  /// What the input was before the first write.
  private enum Past {
    case unknown
    /// It is unknown, and the first write was taken for a change of an input of this durability.
    case unknownUntilWritten(Durability)
    case discovered(AnyCell)
  }

  let index: UInt16
  let input: any ErasedInput
  private let state: Mutex<State>

  init<I: Input>(index: UInt16, _ input: I.Type) {
    self.index = index
    self.input = ErasedInputType<I>()
    state = Mutex(State(keys: KeyMap<I.Key>()))
  }

  // MARK: Reading

  func slot<Key: Hashable & Sendable>(of key: Key) -> Slot {
    Slot(table: index, generation: 0, index: state.withLock { $0.index(of: key) })
  }

  /// The value at a snapshot with these inputs.
  func cell(at slot: Slot, in inputs: InputCells) -> AnyCell? {
    if let own = inputs[slot] { return own }
    return state.withLock { state in
      if case .discovered(let cell) = state.pasts[Int(slot.index)] { cell } else { nil }
    }
  }

  func missing(at slot: Slot) -> MissingInput { state.withLock { input.missing($0.keys, slot.index) } }

  func describe(_ slot: Slot) -> String { "\(input.name)(\(state.withLock { $0.keys.describe(slot.index) }))" }

  /// How many values were discovered, and how many keys are known.
  var population: (values: Int, keys: Int) {
    state.withLock { state in
      let values = state.pasts.count { if case .discovered = $0 { true } else { false } }
      return (values, state.pasts.count)
    }
  }

  // MARK: Writing

  /// The first to discover a value decides it.
  func discover<Key, Value>(_ key: Key, _ value: Value, durability: Durability)
  where Key: Hashable & Sendable, Value: Sendable {
    state.withLock { state in
      let index = Int(state.index(of: key))
      var durability = durability
      switch state.pasts[index] {
      case .discovered: return
      // The end of this value was not noted as the end of anything more durable.
      case .unknownUntilWritten(let noted): durability = min(durability, noted)
      case .unknown: break
      }
      state.pasts[index] = .discovered(Cell(value, changedAt: .origin, durability: durability))
    }
  }

  /// How durable that is what a write replaces; what is discovered later will be no more durable.
  func durabilityBeforeWriting(_ slot: Slot, in inputs: InputCells, durability: Durability) -> Durability {
    if let own = inputs[slot] { return own.durability }
    return state.withLock { state in
      switch state.pasts[Int(slot.index)] {
      case .discovered(let cell): return cell.durability
      case .unknownUntilWritten(let noted): return noted
      case .unknown:
        state.pasts[Int(slot.index)] = .unknownUntilWritten(durability)
        return durability
      }
    }
  }
}

/// What a table must know about its input's type.
protocol ErasedInput: Sendable {
  var name: String { get }
  func missing(_ keys: AnyKeyMap, _ index: Int32) -> MissingInput
}

private struct ErasedInputType<I: Input>: ErasedInput {
  var name: String { I.name }

  func missing(_ keys: AnyKeyMap, _ index: Int32) -> MissingInput {
    guard let key = keys.of(I.Key.self)[index] else { preconditionFailure("keys of inputs are never removed") }
    return MissingInput(input: I.self, key: key)
  }
}
