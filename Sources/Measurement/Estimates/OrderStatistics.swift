import Glibc

/// Location and spread of samples, of which there must be some, and which must be numbers.
package enum OrderStatistics {
  package static func median(_ samples: [Double]) -> Double { quantile(samples, 0.5) }

  /// Definition 7 of Hyndman and Fan ("Sample quantiles in statistical packages", 1996), which NumPy and R use too: linear between the
  /// two samples nearest.
  package static func quantile(_ samples: [Double], _ probability: Double) -> Double {
    quantile(sorted: samples.sorted(), probability)
  }

  package static func quantile(sorted: [Double], _ probability: Double) -> Double {
    precondition(!sorted.isEmpty, "a quantile of nothing")
    let place = probability * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }

  /// The median distance from the median, as it is: 1.4826 times as much estimates a normal distribution's standard deviation.
  package static func medianAbsoluteDeviation(_ samples: [Double]) -> Double {
    let middle = median(samples)
    return median(samples.map { abs($0 - middle) })
  }

  package static func mean(_ samples: [Double]) -> Double {
    precondition(!samples.isEmpty, "a mean of nothing")
    return samples.reduce(0, +) / Double(samples.count)
  }

  /// With n − 1 degrees of freedom; 0 of a single sample.
  package static func standardDeviation(_ samples: [Double]) -> Double {
    guard samples.count > 1 else { return 0 }
    let middle = mean(samples)
    let squares = samples.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    return sqrt(squares / Double(samples.count - 1))
  }

  /// The mean without the lowest and the highest `share` of the samples, each rounded down to whole ones (Tukey and McLaughlin 1963).
  package static func trimmedMean(_ samples: [Double], share: Double) -> Double {
    precondition(0 <= share && share < 0.5, "less than half is left out at each end")
    let cut = Int(share * Double(samples.count))
    return mean(Array(samples.sorted()[cut..<(samples.count - cut)]))
  }
}
