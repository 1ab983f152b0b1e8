/// How much samples say of those after them.
package enum Autocorrelation {
  /// The correlations at lags 0 to `lags`; all 0, but for the first, when nothing varies.
  package static func function(_ samples: [Double], lags: Int) -> [Double] {
    precondition(0 <= lags && lags < samples.count, "a lag within the samples")
    let middle = OrderStatistics.mean(samples)
    let deviations = samples.map { $0 - middle }
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return [1] + [Double](repeating: 0, count: lags) }
    return (0...lags).map { lag in
      var sum = 0.0
      for index in lag..<deviations.count { sum += deviations[index] * deviations[index - lag] }
      return sum / square
    }
  }

  /// The probability of correlations as strong as these if the samples were independent.
  ///
  /// Source: Ljung and Box, "On a measure of lack of fit in time series models", 1978.
  package static func probabilityOfIndependence(_ samples: [Double], lags: Int) -> Double {
    let count = Double(samples.count)
    let statistic = function(samples, lags: lags).enumerated().dropFirst().reduce(0) { sum, lag in
      sum + lag.element * lag.element / (count - Double(lag.offset))
    }
    return SpecialFunctions.chiSquaredUpperTail(count * (count + 2) * statistic, degreesOfFreedom: Double(lags))
  }
}
