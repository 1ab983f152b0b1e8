/// How often an operation that is too short for the clock is repeated in one sample.
package enum BatchSize {
  /// As many as make a sample last at least `shortest`; 1 for anything long enough.
  ///
  /// Both are in nanoseconds: `operation` is an estimate of what one takes; below 10 µs the cost of reading clocks shows.
  package static func choose(operation: Double, shortest: Double = 10_000) -> Int {
    guard operation > 0 else { return largest }
    return Int(min(max(1, (shortest / operation).rounded(.up)), Double(largest)))
  }

  package static let largest = 1 << 20
}
