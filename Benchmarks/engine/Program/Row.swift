import FigureSupport

/// Prints one row of the table: what was asked, and what came.
func row(_ name: String, asked: String, measured: String, holds: Bool) {
  print("\(holds ? "ok   " : "SHORT") \(name): \(measured) (asked: \(asked))")
}

extension [Double] {
  /// The median, and another quantile, of samples in milliseconds.
  func halfAnd(_ part: Double) -> String {
    "\(quantile(0.5, of: self).rounded(3)) / \(quantile(part, of: self).rounded(3)) ms"
  }

  /// The median, the tail and the worst of samples in milliseconds.
  var quantiles: String {
    [0.5, 0.95, 0.99, 1].map { "\(quantile($0, of: self).rounded(3))" }.joined(separator: " / ") + " ms"
  }
}

func milliseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

/// What `body` takes of the whole process, all threads together, in milliseconds.
func processMilliseconds<Value>(of body: () async throws -> Value) async rethrows -> (time: Double, value: Value) {
  let start = ProcessorTime.ofProcess
  let value = try await body()
  return ((ProcessorTime.ofProcess - start) * 1e3, value)
}
