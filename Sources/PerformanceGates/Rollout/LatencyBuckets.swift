/// Latencies as counts, which can be added up over instances. A latency counts as the next number of microseconds with three significant
/// digits, so that a quantile is never too low, and too high by less than one per cent.
package struct LatencyBuckets: Sendable, Equatable {
  /// By upper bound in microseconds, growing.
  package private(set) var buckets: [Bucket] = []

  package struct Bucket: Sendable, Equatable {
    package var upTo: Int
    package var count: Int

    package init(upTo: Int, count: Int) {
      self.upTo = upTo
      self.count = count
    }
  }

  package init() {}

  package init(_ buckets: some Sequence<Bucket>) { for bucket in buckets { add(bucket.count, at: bucket.upTo) } }

  package var count: Int { buckets.reduce(0) { $0 + $1.count } }

  package mutating func record(milliseconds: Double) {
    guard milliseconds.isFinite else { return }
    add(1, at: Self.bound(Int(min(max(0, milliseconds * 1_000), 1e12).rounded(.up))))
  }

  package mutating func add(_ other: LatencyBuckets) {
    for bucket in other.buckets { add(bucket.count, at: bucket.upTo) }
  }

  private mutating func add(_ count: Int, at bound: Int) {
    let index = buckets.firstIndex { $0.upTo >= bound } ?? buckets.count
    if index < buckets.count, buckets[index].upTo == bound {
      buckets[index].count += count
    } else {
      buckets.insert(Bucket(upTo: bound, count: count), at: index)
    }
  }

  static func bound(_ microseconds: Int) -> Int {
    var scale = 1
    while microseconds / scale >= 1_000 { scale *= 10 }
    return (microseconds + scale - 1) / scale * scale
  }

  /// The least bound that so many per cent of the latencies do not exceed, in milliseconds; nil without any.
  package func percentile(_ rank: Double) -> Double? {
    let count = self.count
    guard count > 0 else { return nil }
    let needed = Int((Double(count) * rank / 100).rounded(.up))
    var seen = 0
    for bucket in buckets {
      seen += bucket.count
      if seen >= needed { return Double(bucket.upTo) / 1_000 }
    }
    return nil
  }
}
