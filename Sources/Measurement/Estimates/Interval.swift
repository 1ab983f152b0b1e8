/// Where a value lies, with a confidence.
package struct Interval: Sendable, Equatable {
  package var low: Double
  package var high: Double
  /// What the method promises; with few samples it may be less than what was asked for.
  package var confidence: Double

  package init(low: Double, high: Double, confidence: Double) {
    self.low = low
    self.high = high
    self.confidence = confidence
  }

  package var width: Double { high - low }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// With another scale, which must keep the order.
  package func map(_ transform: (Double) -> Double) -> Interval {
    Interval(low: transform(low), high: transform(high), confidence: confidence)
  }
}
