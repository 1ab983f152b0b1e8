import Glibc

/// The time that this thread computes, whatever else the machine does.
enum ProcessorTime {
  static func of(_ body: () -> Void) -> Double {
    let start = now
    body()
    return now - start
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

func decimal(_ number: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = Int((number * scale).rounded())
  let fraction = String(scaled % Int(scale))
  return digits == 0
    ? "\(scaled)" : "\(scaled / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
}

extension String {
  func padded(to width: Int) -> String {
    count < width ? self + String(repeating: " ", count: width - count) : self + " "
  }
}
