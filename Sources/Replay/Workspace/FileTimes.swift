import Glibc
import Recording

/// When files of the workspace were last written, as the recording has it.
///
/// Servers tell from a file's time whether what they know of it is stale, some of them in whole seconds (clangd does, of the
/// headers that a preamble was made from). A session replayed in a tenth of its time would save the same file twice
/// within a second, and the server would not notice. So files get the times that they had, on the recording's clock.
struct FileTimes: Sendable {
  /// Seconds since 1970 at the recording's start.
  private let start: Int

  init(_ header: Header) { start = Self.seconds(header.started) ?? Self.fallback }

  /// The time of files that were there before the session: not as new as anything saved in it.
  var beforeSession: timespec { timespec(tv_sec: start - 10, tv_nsec: 0) }

  /// The time so many microseconds after the recording's start.
  func at(_ time: Int64) -> timespec {
    timespec(tv_sec: start + Int(time / 1_000_000), tv_nsec: Int(time % 1_000_000) * 1000)
  }

  /// 2020-01-01, for a header whose time makes no sense.
  private static let fallback = 1_577_836_800
  private static let latest = 4_102_444_800

  /// RFC 3339 in UTC, as recorders write it.
  private static func seconds(_ text: String) -> Int? {
    let numbers = text.split { !("0"..."9").contains($0) }.prefix(6).compactMap { Int32($0) }
    guard numbers.count == 6, numbers[0] >= 1970, numbers[0] < 2100 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    let seconds = timegm(&parts)
    return (0...latest).contains(seconds) ? seconds : nil
  }
}
