/// What a node of a random graph does to get its number. Which nodes it reads may depend on what it has read before.
enum Step {
  case input(Int)
  case node(Int)
  /// Reads one of two nodes, as an input says.
  case choice(input: Int, even: Int, odd: Int)
  /// Reads one of two nodes, as the number so far says.
  case turn(even: Int, odd: Int)
  /// Reads a node and tries to go on without it when it has no value.
  case stubborn(Int)
}

enum NodeKind: CaseIterable {
  case plain
  /// Only a few values of these are kept.
  case scarce
  /// Whoever uses one of these looks only at a part of it.
  case coarse
  /// These have no value for the case that they are on a cycle.
  case strict
}

struct Node {
  let kind: NodeKind
  let steps: [Step]
  /// The number is less than this; the smaller, the more often it stays the same.
  let modulus: Int
}

/// Nodes that compute numbers from inputs and from each other.
struct RandomGraph {
  var nodes: [Node] = []
  let inputCount: Int

  init(using random: inout SplitMix) {
    let count = 4 + random.below(14)
    inputCount = 3 + random.below(24)
    let backwardPercent = [0, 0, 10, 25][random.below(4)]
    for index in 0..<count {
      let steps = (0..<(1 + random.below(4))).map { _ in
        step(index, count, backward: random.chance(backwardPercent), using: &random)
      }
      let kind = random.chance(60) ? NodeKind.plain : NodeKind.allCases[random.below(4)]
      nodes.append(Node(kind: kind, steps: steps, modulus: [2, 3, 5, 40][random.below(4)]))
    }
  }

  private func step(_ index: Int, _ count: Int, backward: Bool, using random: inout SplitMix) -> Step {
    let input = random.below(inputCount)
    let bound = backward ? count : index
    guard bound > 0 else { return .input(input) }
    let (one, other) = (random.below(bound), random.below(bound))
    switch random.below(10) {
    case 0..<3: return .input(input)
    case 3..<6: return .node(one)
    case 6, 7: return .choice(input: input, even: one, odd: other)
    case 8: return .turn(even: one, odd: other)
    default: return .stubborn(one)
    }
  }
}

extension Node {
  /// The node's number, given a way to read inputs and nodes.
  func number<Failure: Error>(
    input: (Int) throws(Failure) -> Int, node: (Int) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    var number = 1
    for step in steps {
      let read: Int
      switch step {
      case .input(let key): read = try input(key)
      case .node(let index): read = try node(index)
      case .choice(let key, let even, let odd): read = try node(input(key) % 2 == 0 ? even : odd)
      case .turn(let even, let odd): read = try node(number % 2 == 0 ? even : odd)
      case .stubborn(let index): read = (try? node(index)) ?? 7
      }
      number = number &* 31 &+ read
    }
    return abs(number) % modulus
  }
}
