/// Which bytes of a text as it was (before) are which bytes of the same text as it is in a candidate (after).
///
/// A dropped edit makes the two differ: what it inserted is only before, what it removed is only after. Edits behind it are applied to
/// both, at the places that correspond: so they stay about the same text, as far as it is still there.
struct TextAlignment: Equatable {
  private enum Run: Equatable {
    case both(Int)
    case before(Int)
    case after(Int)
  }

  private var runs: [Run] = []

  /// Of a text and itself.
  init(count: Int) { append(.both(count)) }

  /// Of two texts that have a beginning and an end in common, and differ between.
  init(before: [UInt8], after: [UInt8]) {
    let (prefix, suffix) = CommonEnds.of(before[...], after[...])
    append(.both(prefix))
    append(.before(before.count - prefix - suffix))
    append(.after(after.count - prefix - suffix))
    append(.both(suffix))
  }

  /// Of a text and what is left of it without some ranges, in ascending order.
  init(count: Int, without cuts: [Range<Int>]) {
    append(Self.runs(count: count, without: cuts))
  }

  // MARK: Places

  /// The place that corresponds to one before: behind what stood to its left. What is only after and stands there comes behind it.
  func place(_ offset: Int) -> Int { place(offset, takesInserted: false) }

  /// The range that corresponds to one before.
  func range(_ range: Range<Int>) -> Range<Int> {
    let end = place(range.upperBound)
    if range.isEmpty { return end..<end }
    let start = place(range.lowerBound, takesInserted: true)
    if start <= end { return start..<end }
    let low = place(range.lowerBound)
    return low..<max(low, end)
  }

  private func place(_ offset: Int, takesInserted: Bool) -> Int {
    var (before, after, place) = (0, 0, 0)
    for run in runs {
      switch run {
      case .both(let count):
        if offset < before + count { return takesInserted || offset > before ? after + offset - before : place }
        before += count
        after += count
        place = after
      case .before(let count):
        if offset < before + count { return takesInserted ? after : place }
        before += count
      case .after(let count):
        after += count
      }
    }
    return takesInserted ? after : place
  }

  // MARK: Edits

  /// An edit that happened on both sides; `cuts` are those parts of what it inserted that are only before.
  mutating func replace(
    before: Range<Int>, after: Range<Int>, insertedCount: Int, without cuts: [Range<Int>] = []
  ) {
    let old = runs
    runs = []
    append(old, from: nil, to: (before.lowerBound, after.lowerBound))
    append(Self.runs(count: insertedCount, without: cuts))
    append(old, from: (before.upperBound, after.upperBound), to: nil)
  }

  /// An edit that happened before only.
  mutating func replaceBefore(_ range: Range<Int>, insertedCount: Int) {
    let old = runs
    runs = []
    var (offset, isInserted) = (0, false)
    func clip(_ count: Int) -> (head: Int, middle: Int) {
      let head = min(count, max(0, range.lowerBound - offset))
      return (head, min(count - head, max(0, range.upperBound - offset - head)))
    }
    for run in old {
      switch run {
      case .after: append(run)
      case .both(let count), .before(let count):
        let isBoth = if case .both = run { true } else { false }
        let (head, middle) = clip(count)
        append(isBoth ? .both(head) : .before(head))
        if offset + head >= range.lowerBound, head < count || offset + count == range.lowerBound, !isInserted {
          append(.before(insertedCount))
          isInserted = true
        }
        if isBoth { append(.after(middle)) }
        append(isBoth ? .both(count - head - middle) : .before(count - head - middle))
        offset += count
      }
    }
    if !isInserted { append(.before(insertedCount)) }
  }

  // MARK: Runs

  private static func runs(count: Int, without cuts: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    var offset = 0
    for cut in cuts {
      runs += [.both(cut.lowerBound - offset), .before(cut.count)]
      offset = cut.upperBound
    }
    return runs + [.both(count - offset)]
  }

  private mutating func append(_ new: [Run]) { for run in new { append(run) } }

  private mutating func append(_ run: Run) {
    switch (run, runs.last) {
    case (.both(0), _), (.before(0), _), (.after(0), _): return
    case (.both(let new), .both(let old)): runs[runs.count - 1] = .both(old + new)
    case (.before(let new), .before(let old)): runs[runs.count - 1] = .before(old + new)
    case (.after(let new), .after(let old)): runs[runs.count - 1] = .after(old + new)
    // What is only before and what is only after has no order: one of each is enough.
    case (.before(let new), .after(let after)) where runs.count > 1:
      if case .before(let old) = runs[runs.count - 2] {
        runs[runs.count - 2] = .before(old + new)
      } else {
        runs[runs.count - 1] = run
        runs.append(.after(after))
      }
    case (.before, .after(let after)):
      runs[runs.count - 1] = run
      runs.append(.after(after))
    default: runs.append(run)
    }
  }

  /// The part of the runs between two points of both texts.
  private mutating func append(
    _ old: [Run], from start: (before: Int, after: Int)?, to end: (before: Int, after: Int)?
  ) {
    var (before, after) = (0, 0)
    for run in old {
      let (b, a) =
        switch run {
        case .both(let count): (count, count)
        case .before(let count): (count, 0)
        case .after(let count): (0, count)
        }
      let low = start.map { (min(b, max(0, $0.before - before)), min(a, max(0, $0.after - after))) } ?? (0, 0)
      let high = end.map { (min(b, max(0, $0.before - before)), min(a, max(0, $0.after - after))) } ?? (b, a)
      if case .both = run {
        let common = max(0, min(high.0, high.1) - max(low.0, low.1))
        append(.both(common))
        append(.before(high.0 - low.0 - common))
        append(.after(high.1 - low.1 - common))
      } else {
        append(.before(high.0 - low.0))
        append(.after(high.1 - low.1))
      }
      before += b
      after += a
    }
  }
}

/// How much two texts have in common at both ends, without cutting characters or line ends in two.
enum CommonEnds {
  static func of(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> (prefix: Int, suffix: Int) {
    let limit = min(one.count, other.count)
    var prefix = zip(one, other).prefix { $0 == $1 }.count
    while prefix > 0, cuts(one, prefix) || cuts(other, prefix) { prefix -= 1 }
    var suffix = min(limit - prefix, zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count)
    while suffix > 0, cuts(one, one.count - suffix) || cuts(other, other.count - suffix) { suffix -= 1 }
    return (prefix, suffix)
  }

  /// Whether a cut at that offset is within a character or a line end.
  static func cuts(_ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return false }
    let (left, right) = (text[text.startIndex + offset - 1], text[text.startIndex + offset])
    return right & 0xC0 == 0x80 || (left == UInt8(ascii: "\r") && right == UInt8(ascii: "\n"))
  }
}
