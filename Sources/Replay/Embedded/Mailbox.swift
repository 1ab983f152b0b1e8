import Synchronization

/// Passes things from anybody to one task that waits for them, in order.
final class Mailbox<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var head = 0
    /// Taken out by whoever resumes it, so that nobody does it twice.
    var reader: UnsafeContinuation<Element, Never>?
  }

  private let state = Mutex(State())

  func send(_ element: Element) {
    let reader: UnsafeContinuation<Element, Never>? = state.withLock { state in
      if let reader = state.reader {
        state.reader = nil
        return reader
      }
      state.elements.append(element)
      return nil
    }
    reader?.resume(returning: element)
  }

  /// One that is there already; nil if nothing is.
  func takeIfAny() -> Element? { state.withLock { Self.take(&$0) } }

  /// One task at a time may wait.
  func next() async -> Element {
    if let element = takeIfAny() { return element }
    return await withUnsafeContinuation { reader in
      let element = state.withLock { state in
        let element = Self.take(&state)
        if element == nil { state.reader = reader }
        return element
      }
      if let element { reader.resume(returning: element) }
    }
  }

  private static func take(_ state: inout State) -> Element? {
    guard state.head < state.elements.count else { return nil }
    let element = state.elements[state.head]
    state.head += 1
    if state.head == state.elements.count {
      state.elements.removeAll(keepingCapacity: true)
      state.head = 0
    }
    return element
  }
}
