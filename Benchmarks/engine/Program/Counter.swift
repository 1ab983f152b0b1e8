import Synchronization

final class Counter: Sendable {
  private let state = Atomic<Int>(0)
  var value: Int { state.load(ordering: .relaxed) }
  func add() { state.add(1, ordering: .relaxed) }
}
