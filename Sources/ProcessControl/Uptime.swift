import Glibc

/// The system's monotonic clock.
package enum Uptime {
  /// Nanoseconds since some fixed moment.
  package static func now() -> Int64 { read(CLOCK_MONOTONIC) }

  /// Nanoseconds of processor time that the calling thread has used.
  package static func processorTimeOfThread() -> Int64 { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The same of all threads of the process.
  package static func processorTimeOfProcess() -> Int64 { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// The same of the programs that this one started, when they have ended and were waited for.
  package static func processorTimeOfChildren() -> Int64 {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return (Int64(usage.ru_utime.tv_sec) + Int64(usage.ru_stime.tv_sec)) * 1_000_000_000
      + (Int64(usage.ru_utime.tv_usec) + Int64(usage.ru_stime.tv_usec)) * 1_000
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  package static func after(milliseconds: Int64) -> Int64 { now() + milliseconds * 1_000_000 }
}
