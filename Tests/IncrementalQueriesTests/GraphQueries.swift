import IncrementalQueries

/// A node of a world's graph.
struct NodeKey: Hashable, Sendable, CustomStringConvertible {
  let world: GraphWorld
  let index: Int

  static func == (left: NodeKey, right: NodeKey) -> Bool { left.index == right.index }
  func hash(into hasher: inout Hasher) { hasher.combine(index) }
  var description: String { "\(index)" }
}

/// A number, with the node that it belongs to, so that one that comes from a wrong place is seen.
struct NodeValue: Sendable, Equatable {
  let index: Int
  let number: Int
}

enum NumberInput: Input {
  static let name = "number"
  typealias Key = Int
  typealias Value = Int
}

protocol NodeQuery: Query where Key == NodeKey, Value == NodeValue {}

extension NodeQuery {
  static func execute(
    _ key: NodeKey, in context: QueryContext, previous: NodeValue?
  ) throws(QueryInterruption) -> NodeValue {
    precondition(previous.map { $0.index == key.index } ?? true, "the previous value is another node's")
    let graph = key.world.graph
    let number = try graph.nodes[key.index].number { (input) throws(QueryInterruption) in
      key.world.interleave()
      return try context.input(NumberInput.self, input)
    } node: { (other) throws(QueryInterruption) in
      key.world.interleave()
      return graph.seenValue(try context.node(key.world, other), of: other)
    }
    key.world.interleave()
    return NodeValue(index: key.index, number: number)
  }

  static func isSame(_ old: NodeValue, _ new: NodeValue) -> Bool { old == new }

  static func valueInCycle(_ key: NodeKey) -> NodeValue? {
    key.world.graph.valueInCycle(of: key.index).map { NodeValue(index: key.index, number: $0) }
  }
}

enum PlainNode: NodeQuery { static let name = "plain" }

enum ScarceNode: NodeQuery {
  static let name = "scarce"
  static var capacity: Int? { 1 }
}

enum CoarseNode: NodeQuery {
  static let name = "coarse"
  static func isSame(_ old: NodeValue, _ new: NodeValue) -> Bool { old.number / 4 == new.number / 4 }
}

enum StrictNode: NodeQuery { static let name = "strict" }

extension QueryContext {
  /// The number of a node.
  func node(_ world: GraphWorld, _ index: Int) throws(QueryInterruption) -> Int {
    let key = NodeKey(world: world, index: index)
    let value =
      switch world.graph.nodes[index].kind {
      case .plain: try get(PlainNode.self, key)
      case .scarce: try get(ScarceNode.self, key)
      case .coarse: try get(CoarseNode.self, key)
      case .strict: try get(StrictNode.self, key)
      }
    precondition(value.index == index, "the value is another node's")
    return value.number
  }
}
