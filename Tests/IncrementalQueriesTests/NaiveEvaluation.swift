/// The answer, or that there is none.
enum Outcome: Equatable {
  case number(Int)
  case cycle
}

/// What a graph's nodes are, computed without remembering anything.
final class NaiveEvaluation {
  private let graph: RandomGraph
  private let inputs: (Int) -> Int
  private var running: [Int] = []
  /// Once something has failed, nobody gets any further before the failure is dealt with, however stubborn it is.
  private var failure: Failure?
  /// Without memos the work may grow beyond all bounds; then there is no answer.
  private var budget = 30_000

  private enum Failure: Error {
    /// The node at this position of those running needs itself.
    case cycle(Int)
    case reported
    case tooMuch
  }

  init(graph: RandomGraph, inputs: @escaping (Int) -> Int) {
    self.graph = graph
    self.inputs = inputs
  }

  /// Nil when it took too much work.
  func outcome(of index: Int) -> Outcome? {
    do throws(Failure) {
      return .number(try value(of: index))
    } catch {
      if case .tooMuch = error { return nil }
      return .cycle
    }
  }

  private func value(of index: Int) throws(Failure) -> Int {
    budget -= 1
    if budget < 0 { throw fail(.tooMuch) }
    if let head = running.firstIndex(of: index) { throw fail(.cycle(head)) }
    running.append(index)
    defer { running.removeLast() }
    do throws(Failure) {
      let number = try graph.nodes[index].number(
        input: { (key) throws(Failure) -> Int in self.inputs(key) },
        node: { (other) throws(Failure) -> Int in try self.seenValue(of: other) })
      if let failure { throw failure }
      return number
    } catch {
      guard case .cycle(running.count - 1) = error else { throw error }
      guard let value = graph.valueInCycle(of: index) else { throw fail(.reported) }
      failure = nil
      return value
    }
  }

  private func seenValue(of index: Int) throws(Failure) -> Int {
    if let failure { throw failure }
    return graph.seenValue(try value(of: index), of: index)
  }

  private func fail(_ failure: Failure) -> Failure {
    self.failure = failure
    return failure
  }
}

extension RandomGraph {
  /// The part of a value that its users look at.
  func seenValue(_ value: Int, of index: Int) -> Int { nodes[index].kind == .coarse ? value / 4 : value }

  func valueInCycle(of index: Int) -> Int? { nodes[index].kind == .strict ? nil : 100 + index }
}
