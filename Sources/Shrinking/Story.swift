import JSONRPC
import Recording
import Replay
import Simulation
import Transcript

/// What a failure's session does, in lines for people.
package enum Story {
  package static func lines(_ candidate: ShrinkCandidate, signature: String) -> [String] {
    let model = SessionModel(candidate.session)
    var lines: [String] = []
    for (index, step) in model.steps.enumerated() {
      if step.method == Method.initialized { continue }
      lines.append(pause(step, index) + text(step))
    }
    return lines + conditions(candidate.options) + ["\(signature)"]
  }

  package static func lines(_ result: ShrinkResult) -> [String] { lines(result.candidate, signature: result.signature) }

  // MARK: Messages

  private static func text(_ step: Step) -> String {
    switch step.act {
    case .open(let document, let text): return "open \(name(document)) (\(count(text)))" + name(of: step)
    case .change(let document, let splices):
      let edits = splices.map { edit($0, step) }.joined(separator: ", then ")
      return "\(edits.isEmpty ? "change nothing" : edits) in \(name(document))" + name(of: step)
    case .save(let document, _): return "save \(name(document))"
    case .close(let document): return "close \(name(document))" + name(of: step)
    case .none: return plain(step)
    }
  }

  /// Of a message that is a request although it changes something.
  private static func name(of step: Step) -> String { step.id.map { " (request \($0))" } ?? "" }

  private static func edit(_ splice: Step.Splice, _ step: Step) -> String {
    if splice.isWhole { return "replace all by \(count(splice.inserted))" }
    let place = splice.range.map { "\($0.start.line + 1):\($0.start.character + 1)" } ?? "?"
    if splice.inserted.isEmpty { return "delete \(splice.replaced.count) bytes at \(place)" }
    let what = "\(quoted(splice.inserted)) at \(place)"
    return splice.replaced.isEmpty ? "type \(what)" : "replace \(splice.replaced.count) bytes by \(what)"
  }

  private static func plain(_ step: Step) -> String {
    guard let method = step.method else { return "a message that is no request" }
    if let cancelled = step.cancels { return "cancel \(word(cancelled))" }
    let short = step.kind.flatMap { $0.split { $0 == "/" || $0 == " " }.last }.map(String.init) ?? method
    var text = step.id.map { "request \($0): \(short)" } ?? short
    if let site = step.sites.first {
      text += " at \(site.position.line + 1):\(site.position.character + 1) of \(name(site.document))"
    } else if let subject = step.subject {
      text += " of \(name(subject))"
    }
    for file in step.changedFiles { text += " \(file.file.path)" }
    return text
  }

  private static func pause(_ step: Step, _ index: Int) -> String {
    var words: [String] = []
    if !step.after.isEmpty, index > 1 {
      words.append("after the answer to " + step.after.map(\.description).joined(separator: ", "))
    }
    if let quiet = step.quiet { words.append("when all has been silent for \(quiet) ms") }
    if index > 0, step.pause > 0 { words.append("\(milliseconds(step.pause)) later") }
    return words.isEmpty ? "" : words.joined(separator: ", ") + ": "
  }

  private static func milliseconds(_ microseconds: Int64) -> String {
    let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
    if rest == 0 { return "\(whole) ms" }
    let digits = String(rest + 1000).dropFirst()
    return "\(whole).\(digits) ms"
  }

  // MARK: Conditions

  private static func conditions(_ options: RunOptions) -> [String] {
    var lines: [String] = []
    switch options.scheduler {
    case .firstInFirstOut: break
    case .replay(let schedule) where schedule.turns.isEmpty:
      let count = schedule.holds.count
      if count > 0 { lines.append("with \(count) task\(count == 1 ? "" : "s") held back while others go first") }
    case .replay: lines.append("with the tasks in the order of the recording")
    case let other: lines.append("with the tasks in the order of \(other.text), seed \(options.seed)")
    }
    if options.variesPace { lines.append("with pauses drawn from seed \(options.seed)") }
    for fault in FaultText.words(options.faults) { lines.append("with the fault \(fault)") }
    return lines
  }

  // MARK: Words

  private static func name(_ uri: String) -> String {
    uri.split(separator: "/").last.map { shortened(String($0)) } ?? uri
  }

  private static func count(_ text: [UInt8]) -> String {
    if text.count <= 24, !text.contains(UInt8(ascii: "\n")) { return quoted(text) }
    let lines = text.count { $0 == UInt8(ascii: "\n") } + (text.last == UInt8(ascii: "\n") ? 0 : 1)
    return lines == 1 ? "1 line" : "\(lines) lines"
  }

  /// In backquotes, on one line, and not too long.
  private static func quoted(_ text: [UInt8]) -> String { "`\(shortened(String(decoding: text, as: UTF8.self)))`" }

  private static let longest = 24

  private static func shortened(_ text: String) -> String {
    let plain = text.unicodeScalars.prefix(longest).reduce(into: "") { result, scalar in
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > longest ? plain + "…" : plain
  }

  private static func word(_ json: JSONValue) -> String {
    json.string.map(shortened) ?? shortened(String(decoding: json.serialized(), as: UTF8.self))
  }
}
