/// Explains symbols by earlier ones that they resemble: a greedy difference, quick on what is nearly equal.
///
/// After a difference the nearest place is sought from which both go on alike (a few characters changed, inserted or
/// left out). Where that fails, an index of the content that is likened to finds stretches that have moved; where that
/// fails too, the blocks of all contents are asked.
struct Alignment {
  /// Symbols of the target that stand in an earlier content.
  struct Stretch: Equatable {
    var target: Int
    /// The content's number within its kind, and where in its symbols.
    var content: Int
    var source: Int
    var count: Int
  }

  /// Both go on alike after a difference when so many symbols agree.
  private static let resumption = 8
  private static let reach = 40
  private static let shortestMove = 24
  private static let longestChain = 12

  private let target: Symbols
  private let likened: (content: Int, symbols: Symbols)
  /// The content that is being read.
  private var current: (content: Int, symbols: Symbols)
  private var index: BaseIndex?

  init(of target: Symbols, with content: Int, _ symbols: Symbols) {
    self.target = target
    likened = (content, symbols)
    current = likened
  }

  mutating func stretches(
    blocks: BlockTable, contents: (Int) -> Symbols?
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    let ending = commonEnding()
    var position = 0
    var source = 0
    while position + Self.resumption <= ending.target {
      if let found = agree(position, source) ? (position, source) : resume(position, source) {
        stretches.append(extended(target: found.0, source: found.1, literal: position))
      } else if let moved = move(from: position, blocks: blocks, contents: contents) {
        stretches.append(moved)
      } else {
        break
      }
      let last = stretches.count - 1
      stretches[last].count = min(stretches[last].count, ending.target - stretches[last].target)
      guard stretches[last].count > 0 else { break }
      position = stretches[last].target + stretches[last].count
      source = stretches[last].source + stretches[last].count
    }
    return stretches.filter { $0.count > 0 } + (ending.count > 0 ? [ending] : [])
  }

  /// The stretch with which both end, however short.
  private func commonEnding() -> Stretch {
    let (mine, other) = (target.bytes, likened.symbols.bytes)
    var count = 0
    while count < min(mine.count, other.count), mine[mine.count - 1 - count] == other[other.count - 1 - count] {
      count += 1
    }
    return Stretch(
      target: mine.count - count, content: likened.content, source: other.count - count, count: count)
  }

  private func agree(_ place: Int, _ source: Int) -> Bool {
    guard let word = target.word(at: place) else { return false }
    return current.symbols.word(at: source) == word
  }

  /// The nearest pair of places, a little further on in both, from which they agree.
  private func resume(_ place: Int, _ source: Int) -> (Int, Int)? {
    for distance in 1...Self.reach {
      // In step first, then ever more inserted or left out.
      for offset in 0...distance {
        let inserted = offset & 1 == 0 ? (distance + offset) / 2 : (distance - offset) / 2
        if inserted <= distance, agree(place + inserted, source + distance - inserted) {
          return (place + inserted, source + distance - inserted)
        }
      }
    }
    return nil
  }

  /// The next place in the target from which a longer stretch stands somewhere else.
  private mutating func move(
    from start: Int, blocks: BlockTable, contents: (Int) -> Symbols?
  ) -> Stretch? {
    let index = self.index ?? BaseIndex(likened.symbols)
    self.index = index
    var place = start
    while let word = target.word(at: place) {
      current = likened
      var best: Stretch?
      index.forEachCandidate(word, limit: Self.longestChain) { source in
        guard agree(place, source) else { return }
        let stretch = extended(target: place, source: source, literal: start)
        if stretch.count > best?.count ?? Self.shortestMove - 1 { best = stretch }
      }
      if let best { return best }
      if let far = blocks.find(target, at: place), let symbols = contents(far.content) {
        current = (far.content, symbols)
        if agree(place, far.source) {
          let stretch = extended(target: place, source: far.source, literal: start)
          if stretch.count >= BlockTable.shortestMatch { return stretch }
        }
      }
      place += 1
    }
    return nil
  }

  /// The longest stretch around a match: forwards, and back over the symbols that are not yet explained.
  private func extended(target place: Int, source: Int, literal: Int) -> Stretch {
    let (before, after) = target.agreement(at: place, notBefore: literal, with: current.symbols, at: source)
    return Stretch(
      target: place - before, content: current.content, source: source - before, count: before + after)
  }
}

/// Where each run of eight symbols stands in a content, the nearest to its end first.
struct BaseIndex {
  private var heads: [Int32]
  /// For each indexed place, the one before it with the same hash.
  private var previous: [Int32]
  private let step: Int
  private let shift: UInt64

  init(_ symbols: Symbols) {
    step = symbols.bytes.count > 1 << 16 ? 4 : 1
    let places = symbols.bytes.count >= 8 ? (symbols.bytes.count - 8) / step + 1 : 0
    let bits = max(4, UInt64(places.bitWidth - places.leadingZeroBitCount))
    shift = 64 - bits
    heads = Array(repeating: -1, count: 1 << bits)
    previous = Array(repeating: -1, count: places)
    for place in 0..<places {
      guard let word = symbols.word(at: place * step) else { break }
      let slot = slot(of: word)
      previous[place] = heads[slot]
      heads[slot] = Int32(place)
    }
  }

  /// Calls `body` with the places that may hold `word`.
  func forEachCandidate(_ word: UInt64, limit: Int, _ body: (Int) -> Void) {
    var place = heads[slot(of: word)]
    var left = limit
    while place >= 0, left > 0 {
      body(Int(place) * step)
      place = previous[Int(place)]
      left -= 1
    }
  }

  private func slot(of word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
