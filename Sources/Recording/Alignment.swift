/// Explains the tokens of a content by those of earlier ones that it resembles.
///
/// It is greedy: where the content goes on like what is being read, or does so again a few tokens later, that is taken;
/// where it does not, or where a much longer stretch stands elsewhere, the index of all contents says where to go on.
struct Alignment {
  /// Tokens of the target that stand in an earlier content.
  struct Stretch: Equatable {
    var target: Int
    /// The content's number within its kind, and where in its tokens.
    var content: Int
    var source: Int
    var count: Int
  }

  /// How far on a resumption is looked for, and how many tokens must agree.
  private static let reach = 8
  private static let resumption = 3
  private static let shortestFar = 7
  /// A resumption of so many tokens is taken without asking for a better stretch elsewhere.
  private static let goodEnough = 24
  private static let probes = 4

  private let target: Tokens
  private let index: TokenIndex
  private let contents: (Int) -> Tokens?
  /// What `contents` has given.
  private var known: [Int: Tokens] = [:]
  private var current: (content: Int, tokens: Tokens)?
  /// Places before this one have been looked up in the index, in vain.
  private var probed = 0

  init(of target: Tokens, like content: Int?, index: TokenIndex, contents: @escaping (Int) -> Tokens?) {
    self.target = target
    self.index = index
    self.contents = contents
    current = content.flatMap { content in tokens(content).map { (content, $0) } }
  }

  mutating func stretches() -> [Stretch] {
    var stretches: [Stretch] = []
    var place = 0
    var source = 0
    var literal = 0
    while place < target.count {
      let near = resume(place, source)
      var best = near
      if near?.count ?? 0 < Self.goodEnough, let far = far(from: place, literal: literal),
        far.count > 2 * (near?.count ?? 0) + 4
      {
        best = far
      }
      guard let best else {
        place += 1
        source += 1
        continue
      }
      stretches.append(best)
      if best.content != current?.content { current = tokens(best.content).map { (best.content, $0) } }
      place = best.target + best.count
      source = best.source + best.count
      literal = place
    }
    return stretches
  }

  private mutating func tokens(_ content: Int) -> Tokens? {
    if let tokens = known[content] { return tokens }
    let tokens = contents(content)
    known[content] = tokens
    return tokens
  }

  /// The nearest pair of places, a few tokens further on in both, from which they agree.
  private func resume(_ place: Int, _ source: Int) -> Stretch? {
    guard let current else { return nil }
    for distance in 0...Self.reach {
      for inserted in 0...distance {
        // In step first, then ever more inserted or left out.
        let shift = inserted & 1 == 0 ? (distance + inserted) / 2 : (distance - inserted) / 2
        let (from, other) = (place + shift, source + distance - shift)
        guard shift <= distance, other >= 0, from < target.count, other < current.tokens.count,
          target.hashes[from] == current.tokens.hashes[other]
        else { continue }
        let count = target.agreement(at: from, with: current.tokens, at: other)
        let isEnd = from + count == target.count && other + count == current.tokens.count
        if count >= Self.resumption || isEnd {
          return Stretch(target: from, content: current.content, source: other, count: count)
        }
      }
    }
    return nil
  }

  /// The longest stretch that starts near `start` and stands anywhere in the contents.
  private mutating func far(from start: Int, literal: Int) -> Stretch? {
    var best: Stretch?
    let end = min(start + Self.probes, target.count)
    defer { probed = best == nil ? max(probed, end) : probed }
    for place in max(start, probed)..<max(start, probed, end) {
      index.forEachCandidate(target, at: place) { content, source in
        guard let tokens = tokens(content), source < tokens.count else { return }
        let after = target.agreement(at: place, with: tokens, at: source)
        guard after >= TokenIndex.run else { return }
        let before = target.agreement(before: place, notBefore: literal, with: tokens, before: source)
        if before + after > max(best?.count ?? 0, Self.shortestFar - 1) {
          best = Stretch(
            target: place - before, content: content, source: source - before, count: before + after)
        }
      }
      if let best, best.count >= Self.goodEnough { return best }
    }
    return best
  }
}

extension Tokens {
  /// How many tokens from `index` on are the same as the other's from `place` on.
  fileprivate func agreement(at index: Int, with other: Tokens, at place: Int) -> Int {
    hashes.withUnsafeBufferPointer { mine in
      other.hashes.withUnsafeBufferPointer { theirs in
        let most = min(mine.count - index, theirs.count - place)
        var count = 0
        while count < most, mine[index + count] == theirs[place + count] { count += 1 }
        return count
      }
    }
  }

  /// How many tokens just before `index` are the same as the other's just before `place`.
  fileprivate func agreement(before index: Int, notBefore limit: Int, with other: Tokens, before place: Int) -> Int {
    var count = 0
    while index - count > limit, place > count, hashes[index - count - 1] == other.hashes[place - count - 1] {
      count += 1
    }
    return count
  }
}
