import Glibc

/// How much slower a path may become.
///
/// A short path must exceed both, a share of its own time and an absolute floor: 3 % of 40 µs is less than what an unrelated change of the
/// layout costs.
package struct EffectLimit: Sendable, Equatable {
  /// 0.03 for 3 %.
  package var share: Double
  /// In the unit of the samples.
  package var floor: Double
  /// The floor counts for paths whose base is shorter than this.
  package var floorBelow: Double

  package init(share: Double, floor: Double = 0, floorBelow: Double = 0) {
    self.share = share
    self.floor = floor
    self.floorBelow = floorBelow
  }

  /// The log ratio that is the limit for a path whose base takes this long: both are exceeded when the greater one is.
  package func logRatio(base: Double) -> Double {
    guard base > 0, base < floorBelow else { return log1p(share) }
    return log1p(max(share, floor / base))
  }
}
