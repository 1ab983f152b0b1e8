extension SchedulerKind: CustomStringConvertible {
  /// `fifo`, `random`, `pct:3:1000`, `pos`, `starve:10000`, `delays:3,17` or `replay:` and a schedule's text.
  public var text: String {
    switch self {
    case .firstInFirstOut: "fifo"
    case .random: "random"
    case .pct(let depth, let length): "pct:\(depth):\(length)"
    case .partialOrder: "pos"
    case .starvation(let limit): "starve:\(limit)"
    case .delays(let decisions): "delays:" + decisions.map(String.init).joined(separator: ",")
    case .replay(let schedule): "replay:" + schedule.text
    }
  }

  /// The ``text``.
  public var description: String { text }

  /// Without a schedule's turns, which may be long.
  var shortText: String {
    if case .replay = self { "replay" } else { text }
  }

  /// A scheduler from its ``text``, where parameters may be left out; nil for what is none.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : nil
    let numbers = rest.map { $0.split { $0 == ":" || $0 == "," }.map { Int($0) } } ?? []
    if parts[0] != "replay", numbers.contains(where: { ($0 ?? -1) < 0 }) { return nil }
    let values = numbers.compactMap { $0 }
    switch (parts[0], values.count) {
    case ("fifo", 0): self = .firstInFirstOut
    case ("random", 0): self = .random
    case ("pct", 0...2): self = .pct(depth: values.first ?? 3, length: values.count > 1 ? values[1] : 1_000)
    case ("pos", 0): self = .partialOrder
    case ("starve", 0...1): self = .starvation(limit: values.first ?? 10_000)
    case ("delays", _): self = .delays(values)
    case ("replay", _):
      guard let schedule = Schedule(text: rest ?? "") else { return nil }
      self = .replay(schedule)
    default: return nil
    }
  }
}
