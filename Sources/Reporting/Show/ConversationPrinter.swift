import JSONRPC
package import Recording
import Transcript

/// Turns records into lines that a person can read, in bounded memory.
package struct ConversationPrinter {
  private var conversation = Conversation()
  private var window = LineWindow()
  private var names = Names()
  private let palette: Palette
  private let numbers: ClosedRange<Int>

  /// Only the records with `numbers` are printed; those before them are followed nonetheless.
  package init(palette: Palette, numbers: ClosedRange<Int> = 0...Int.max) {
    self.palette = palette
    self.numbers = numbers
  }

  /// Whether nothing more will be printed.
  package var isDone: Bool { window.oldest.map { $0 > numbers.upperBound } ?? false }

  /// The lines that are ready, each with its line break.
  package mutating func consume(_ record: Record) -> String {
    let observations = conversation.consume(record)
    var line = ShowLine(number: record.number, time: record.time, sign: .note, title: "")
    for observation in observations { describe(observation, in: &line) }
    window.append(line)
    return ready(all: false)
  }

  /// The rest. `isWhole`: the recording was read to its end, so that what is unanswered stays so.
  package mutating func finish(isWhole: Bool) -> String { ready(all: true, isWhole: isWhole) }

  private mutating func ready(all: Bool, isWhole: Bool = false) -> String {
    var text = ""
    while let line = window.next(all: all) {
      guard numbers.contains(line.number) else { continue }
      text += line.rendered(palette, atEnd: all && isWhole)
      text += "\n"
    }
    return text
  }

  private mutating func describe(_ observation: Observation, in line: inout ShowLine) {
    switch observation.fact {
    case .event(let event): EventBrief.describe(event, in: &line)
    case .message(let message):
      names.learn(from: message)
      MessageBrief(names: names).describe(message, in: &line)
    case .answered(let exchange):
      window.answer(exchange.request.record, record: observation.record, latency: exchange.latency ?? 0)
      line.details.append(
        "answers #\(exchange.request.record) after \(Quantities.duration(exchange.latency ?? 0))"
          + (exchange.cancel.map { ", cancelled by #\($0.record)" } ?? ""))
    case .cancel(let cancellation): line.details.append(Self.brief(cancellation))
    case .progress(let event):
      line.details.append("\(event.stage) of \(event.token)\(event.request.map { ", for #\($0.record)" } ?? "")")
    case .document(let event): DocumentBrief(names: names).describe(event, in: &line)
    case .diagnostics(let published):
      if !published.isOpen { line.details.append("not open") }
    case .anomaly(let anomaly): line.faults.append(AnomalyBrief.text(anomaly))
    }
  }

  private static func brief(_ cancellation: Cancellation) -> String {
    switch cancellation.target {
    case .inFlight(let request): "cancels #\(request.record) \(request.method)"
    case .answered(let request): "too late for #\(request.record) \(request.method)"
    case .unknown: "id \(cancellation.id) is not in use"
    }
  }
}
