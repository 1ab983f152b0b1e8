internal import Synchronization

/// Counts the occasions on which a fault may show, so that it shows on some of them only.
final class Occasions: Sendable {
  private let period: Int
  private let count = Mutex(0)

  /// Every so manieth one.
  init(every period: Int) { self.period = period }

  /// Whether this is one of them.
  func come() -> Bool {
    count.withLock { count in
      count += 1
      return count.isMultiple(of: period)
    }
  }
}
