import Glibc
import Measurement

/// Prints one row of the table: what was asked, and what came.
func row(_ name: String, asked: String, measured: String, holds: Bool) {
  print("\(holds ? "ok   " : "SHORT") \(name): \(measured) (asked: \(asked))")
}

/// The quantile of values, by rank.
func quantile(_ values: [Double], _ rank: Double) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return sorted[min(sorted.count - 1, Int((Double(sorted.count) * rank).rounded(.down)))]
}

func milliseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

func format(_ value: Double) -> String {
  let scaled = (value * 1000).rounded() / 1000
  return "\(scaled)"
}

/// Milliseconds of CPU time that the whole process has used, all threads together.
func processMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}
