import Glibc

/// Processor time in seconds: what is computed, whatever else the machine does.
package enum ProcessorTime {
  /// Of this thread.
  package static var now: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// Of all threads of the process together.
  package static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// What `body` takes on this thread.
  package static func of(_ body: () -> Void) -> Double {
    let start = now
    body()
    return now - start
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
