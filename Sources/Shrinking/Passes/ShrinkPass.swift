/// One way to make a failure smaller.
///
/// A pass looks at ``Search/model`` and proposes changes with ``Search/consider(_:)-swift.method``. After a gain the model is another one: what was
/// read from it before the gain does not hold any more. It tries each thing once; the shrinker comes back as long as anything is gained. When
/// ``Search/isOver``, proposals are refused, and it should end.
protocol ShrinkPass: Sendable {
  var name: String { get }
  func run(_ search: inout Search)
}

/// Tries to do without ranges of a list, large ones first (delta debugging: A. Zeller and R. Hildebrandt, "Simplifying and Isolating
/// Failure-Inducing Input", IEEE Transactions on Software Engineering, 2002; from the end, as later things depend on earlier ones).
///
/// - Parameters:
///   - smallest: the smallest range to try.
///   - count: how long the list is now.
///   - search: to be told when it is over.
///   - attempt: whether it went without this range. What stands before the range must still be where it was.
func removeRanges(
  smallest: Int = 1, count: (Search) -> Int, _ search: inout Search,
  attempt: (Range<Int>, inout Search) -> Bool
) {
  var size = count(search)
  while size >= smallest, size > 0 {
    var end = count(search)
    while end > 0, !search.isOver {
      let start = max(0, end - size)
      _ = attempt(start..<end, &search)
      end = min(start, count(search))
    }
    if search.isOver { return }
    if size == smallest || size == 1 { return }
    size = max(smallest, min(size, count(search)) / 2)
  }
}
