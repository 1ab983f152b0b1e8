/// One of the two programs that are compared.
package enum Side: String, Sendable, Hashable, CaseIterable {
  case base, target

  package var other: Side { self == .base ? .target : .base }
}

/// In which order one restart measures: round after round over all paths, each time one pair of base and target.
///
/// Pairs stand close together in time, so that what the machine does to one it does to the other. Who goes first is random, but in balance
/// (half of a path's pairs each way), since the second of a pair finds warmer caches; the order of paths is random in each round, since each
/// path finds what the path before it left behind.
///
/// Source: randomised complete blocks with restricted randomisation (Fisher, "The design of experiments", 1935).
package struct PairSchedule: Sendable, Equatable {
  package struct Pair: Sendable, Equatable {
    /// The path's index.
    package var path: Int
    package var first: Side

    package init(path: Int, first: Side) {
      self.path = path
      self.first = first
    }
  }

  package let pairs: [Pair]

  /// - Parameters:
  ///   - pairsPerPath: how many pairs each path gets; paths with fewer are spread evenly over the rounds.
  ///   - seed: of the comparison.
  ///   - restart: which restart it is, from 0.
  package init(pairsPerPath: [Int], seed: UInt64, restart: Int) {
    var orders = pairsPerPath.indices.map { path in
      var order = (0..<pairsPerPath[path]).map { $0 % 2 == 0 ? Side.base : .target }
      var stream = RandomStream(seed: seed, name: "order of pairs, path \(path), restart \(restart)")
      // The odd one out goes either way.
      if pairsPerPath[path] % 2 == 1, stream.below(2) == 1, let last = order.indices.last { order[last] = .target }
      stream.shuffle(&order)
      return order
    }
    var stream = RandomStream(seed: seed, name: "order of paths, restart \(restart)")
    let rounds = pairsPerPath.max() ?? 0
    var pairs: [Pair] = []
    for round in 0..<rounds {
      var paths = pairsPerPath.indices.filter { path in
        (round + 1) * pairsPerPath[path] / rounds > round * pairsPerPath[path] / rounds
      }
      stream.shuffle(&paths)
      for path in paths { pairs.append(Pair(path: path, first: orders[path].removeLast())) }
    }
    self.pairs = pairs
  }
}
