/// How often an operation that is too short for the clock is repeated in one sample.
package enum BatchSize {
  /// The least power of two that makes a sample last at least `shortest`; 1 for anything long enough.
  ///
  /// Both are in nanoseconds: `operation` is an estimate of what one takes; below 10 µs the cost of reading clocks shows.
  package static func choose(operation: Double, shortest: Double = 10_000) -> Int {
    guard operation > 0 else { return largest }
    var size = 1
    while Double(size) * operation < shortest, size < largest { size *= 2 }
    return size
  }

  package static let largest = 1 << 20
}
