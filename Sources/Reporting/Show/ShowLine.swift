/// One line of a conversation: number, time, a sign for who speaks, what it is, and what there is to say of it.
struct ShowLine {
  enum Sign: String {
    case fromClient = "→"
    case fromServer = "←"
    case fault = "!"
    case note = "·"

    var style: Palette.Style {
      switch self {
      case .fromClient: .green
      case .fromServer: .cyan
      case .fault: .red
      case .note: .dim
      }
    }
  }

  /// Where a request's answer is.
  enum Answer {
    case notExpected
    case awaited
    case found(record: Int, latency: Int64)
  }

  var number: Int
  var time: Int64
  var sign: Sign
  var title: String
  /// Not trusted, not escaped.
  var details: [String] = []
  var faults: [String] = []
  var answer = Answer.notExpected

  private static let titleWidth = 32
  private static let detailLimit = 160

  /// The line's text; `atEnd` says that what is still awaited will not come any more.
  func rendered(_ palette: Palette, atEnd: Bool) -> String {
    let number = TextTable.pad(String(number), to: 6, .right)
    let time = TextTable.pad(Quantities.clock(time), to: 9, .right)
    let title = TextTable.pad(Printable.brief(title, limit: 80), to: Self.titleWidth, .left)
    let details = details.filter { !$0.isEmpty }.map { Printable.brief($0, limit: Self.detailLimit) }
    var parts = [
      palette.paint(number, .dim), time, palette.paint(sign.rawValue, sign.style),
      palette.paint(title, sign == .note ? .dim : .bold), details.joined(separator: " · "),
    ]
    if let link = link(atEnd: atEnd) { parts.append(palette.paint(link.text, link.style)) }
    for fault in faults {
      parts.append(palette.paint("! " + Printable.brief(fault, limit: Self.detailLimit), .red))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ").trimmingTrailingSpaces
  }

  private func link(atEnd: Bool) -> (text: String, style: Palette.Style)? {
    switch answer {
    case .notExpected: nil
    case .awaited where atEnd: ("(never answered)", .yellow)
    case .awaited: ("(answered more than \(LineWindow.capacity) records later, if at all)", .yellow)
    case .found(let record, let latency): ("(answered by #\(record) after \(Quantities.duration(latency)))", .dim)
    }
  }
}

/// Lines held back until their answer is known, at most so many.
struct LineWindow {
  static let capacity = 4096

  private var lines: [ShowLine] = []
  private var first = 0

  /// The number of the oldest line that is held back.
  var oldest: Int? { first < lines.count ? lines[first].number : nil }

  mutating func append(_ line: ShowLine) { lines.append(line) }

  /// Notes the answer to a request whose line may be here.
  mutating func answer(_ request: Int, record: Int, latency: Int64) {
    guard let oldest, request >= oldest else { return }
    let index = first + request - oldest
    guard index < lines.count, lines[index].number == request else { return }
    lines[index].answer = .found(record: record, latency: latency)
  }

  /// The oldest line, when it waits for nothing or has waited long enough.
  mutating func next(all: Bool) -> ShowLine? {
    guard first < lines.count else { return nil }
    let line = lines[first]
    if case .awaited = line.answer, !all, lines.count - first <= Self.capacity { return nil }
    first += 1
    if first > Self.capacity {
      lines.removeFirst(first)
      first = 0
    }
    return line
  }
}
