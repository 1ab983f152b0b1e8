import Glibc
import ProcessControl

/// How far a long piece of work has come, on standard error: a bar on a terminal, a line every few seconds otherwise.
final class ProgressMeter {
  private static let barWidth = 30
  private static let firstAfter: Int64 = 500_000_000
  private static let barEvery: Int64 = 100_000_000
  private static let lineEvery: Int64 = 5_000_000_000

  private let label: String
  private let unit: String
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = Uptime.now()
  private var nextTime: Int64
  private var hasBar = false

  init(label: String, unit: String = "messages") {
    self.label = label
    self.unit = unit
    nextTime = start + (isTerminal ? Self.firstAfter : Self.lineEvery)
  }

  func show(_ done: Int, of total: Int, _ note: String = "") {
    let now = Uptime.now()
    guard now >= nextTime else { return }
    nextTime = now + (isTerminal ? Self.barEvery : Self.lineEvery)
    let tail = note.isEmpty ? "" : "; \(note)"
    guard isTerminal else { return Output.message("\(label): \(done) of \(total) \(unit)\(tail)") }
    let filled = total == 0 ? Self.barWidth : Self.barWidth * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
    write("\r\(label) [\(bar)] \(done)/\(total)\(tail)\u{1B}[K")
    hasBar = true
  }

  /// Takes the bar away.
  func finish() {
    if hasBar { write("\r\u{1B}[K") }
    hasBar = false
  }

  private func write(_ text: String) { _ = Descriptor.writeAll(STDERR_FILENO, Array(text.utf8)) }
}
