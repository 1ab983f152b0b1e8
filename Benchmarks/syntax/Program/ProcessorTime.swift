import Foundation

/// The processor time of this thread, in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func processorTime(of work: () -> Void) -> Double {
  let start = processorTime()
  work()
  return processorTime() - start
}

/// The value below which that part of the samples lies.
func quantile(_ part: Double, of samples: [Double]) -> Double {
  let sorted = samples.sorted()
  guard !sorted.isEmpty else { return 0 }
  return sorted[min(sorted.count - 1, Int((Double(sorted.count) * part).rounded(.up)) - (part > 0 ? 1 : 0))]
}

extension Double {
  func rounded(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
