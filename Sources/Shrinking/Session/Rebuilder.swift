import JSONRPC
import Recording
import Replay
import Transcript

/// A session as a pass wants it, with what it measures.
struct Draft: Sendable {
  var session: RecordedSession
  var size: SessionSize
}

/// What there is to a session, apart from how it is run.
struct SessionSize: Sendable, Equatable {
  var messages = 0
  /// Microseconds.
  var pauses: Int64 = 0
  /// Bytes of documents and files.
  var text = 0
  /// Bytes of messages.
  var bodies = 0
}

extension SessionModel {
  /// The session with these changes. Messages that make no sense any more are left out with what they depend on: edits of a document
  /// that is not opened, requests that take a value from an answer to nothing.
  func draft(_ changes: Changes = Changes()) -> Draft {
    var rebuilder = Rebuilder(self, changes)
    for index in steps.indices { rebuilder.take(index) }
    return rebuilder.finish()
  }
}

struct Rebuilder {
  struct Document {
    /// As it was, where this must be known.
    var before: DocumentText?
    var after: DocumentText
    var alignment: TextAlignment
    /// What it becomes when the changes that were made ahead of time are reached, and how many steps have some.
    var caughtUp: TextAlignment?
    var ahead = 0
  }

  let model: SessionModel
  let changes: Changes
  /// Open documents, and those that were open.
  var open: [String: Document] = [:]
  var openBefore: Set<String> = []
  /// Files whose text was cut, by URI.
  private var disk: [String: Document] = [:]
  /// The steps whose changes are made with a step.
  private var advancedInto: [Int: [Int]] = [:]
  /// Whether the last request with this id is there.
  private var answered: [RequestID: Bool] = [:]
  private var messages: [(message: FramedMessage, time: Int64)] = []
  private var files: [CapturedFile] = []
  private var changeCount = 0
  /// `exit` alone is no way to end.
  private var lacksShutdown = false
  private var time: Int64 = 0
  private var pause: Int64 = 0
  private var size = SessionSize()

  init(_ model: SessionModel, _ changes: Changes) {
    self.model = model
    self.changes = changes
    for (step, into) in changes.advanced.sorted(by: { $0.key < $1.key }) {
      advancedInto[into, default: []].append(step)
    }
    for (index, file) in model.files.enumerated() where !changes.droppedFiles.contains(index) { add(file, index) }
  }

  private mutating func add(_ file: CapturedFile, _ index: Int) {
    var file = file
    if case .captured(let bytes, _) = file.content {
      var text = bytes
      if let cuts = changes.cuts[.file(index)] {
        text = Self.cut(bytes, cuts)
        file.content = .captured(text, sha256: ContentHash.sha256(text))
        disk[model.uri(of: file)] = Document(
          after: DocumentText(text), alignment: TextAlignment(count: bytes.count, without: cuts))
      }
      size.text += text.count
    }
    files.append(file)
  }

  // MARK: Steps

  mutating func take(_ index: Int) {
    let step = model.steps[index]
    pause += changes.pauses[index] ?? step.pause
    var message: FramedMessage?
    if changes.dropped.contains(index) || lacksAnswers(step) || (lacksShutdown && step.method == Method.exit) {
      leaveOut(step)
    } else {
      message = adjusted(step, index)
    }
    if let id = step.id { answered[id] = message != nil }
    if step.method == Method.shutdown { lacksShutdown = message == nil }
    if let message { append(message, of: step) }
  }

  private func lacksAnswers(_ step: Step) -> Bool { step.takes.contains { answered[$0] != true } }

  private mutating func append(_ message: FramedMessage, of step: Step) {
    time += Pauses.written(pause)
    size.messages += 1
    size.bodies += message.body.count
    pause = 0
    messages.append((message, time))
    for (place, file) in step.changedFiles {
      var file = file
      file.change = changeCount + place
      if case .captured(let bytes, _) = file.content { size.text += bytes.count }
      files.append(file)
    }
    if step.method == Method.didChangeWatchedFiles {
      changeCount += step.json?["params"]?["changes"]?.array?.count ?? 0
    }
  }

  /// The message as it must be now; nil when it cannot be sent any more.
  private mutating func adjusted(_ step: Step, _ index: Int) -> FramedMessage? {
    var edits: [(path: [JSONKey], value: JSONValue?)] = []
    switch step.act {
    case .open(let document, let text):
      guard let edit = opened(document, text, index) else { return nil }
      edits = edit
    case .change(let document, let splices):
      guard let edit = changed(document, splices, step, index) else { return nil }
      edits = edit
    case .save(let document, let hasText):
      guard isConsistent(document) else { return nil }
      if hasText, let text = open[document]?.after {
        size.text += text.bytes.count
        edits = [([.member("params"), .member("text")], .string(text.string))]
      }
    case .close(let document):
      defer {
        open[document] = nil
        openBefore.remove(document)
      }
      guard isConsistent(document) else { return nil }
    case .none:
      if let subject = step.subject, !isConsistent(subject) { return nil }
      edits = moved(step.sites, step.encoding)
    }
    return message(of: step, index, edits)
  }

  /// Whether a document is open if it was.
  func isConsistent(_ document: String) -> Bool { open[document] != nil || !openBefore.contains(document) }

  private func message(
    of step: Step, _ index: Int, _ edits: [(path: [JSONKey], value: JSONValue?)]
  ) -> FramedMessage? {
    let lost = step.after.filter { answered[$0] != true }
    if edits.isEmpty, lost.isEmpty, changes.bodies[index] == nil { return step.message }
    guard var json = changes.bodies[index] ?? step.json else { return step.message }
    for (path, value) in edits { json.replace(at: path, with: value) }
    if !lost.isEmpty {
      let rest = step.after.filter { !lost.contains($0) }
      json.set("$after", rest.isEmpty ? nil : .array(rest.map(\.json)))
    }
    return FramedMessage(body: json.serialized(), tail: step.message.tail)
  }

  private func moved(_ sites: [Step.Site], _ encoding: PositionEncoding) -> [(path: [JSONKey], value: JSONValue?)] {
    sites.compactMap { site in
      guard let document = open[site.document] ?? disk[site.document] else { return nil }
      let position = document.after.position(at: document.alignment.place(site.offset), in: encoding).position
      return position == site.position ? nil : (site.path, position.json)
    }
  }

  // MARK: The end

  consuming func finish() -> Draft {
    size.pauses = time
    var events: [(event: Record.Event, time: Int64)] = files.map { (.file($0), 0) }
    if let peers = model.peers { events.append((.peers(peers), 0)) }
    events += messages.map { (.message(from: .client, $0.message), $0.time) }
    let records = events.enumerated().map { Record(number: $0, time: $1.time, event: $1.event) }
    return Draft(
      session: RecordedSession(name: model.name, header: model.header, records: records), size: size)
  }

  static func cut(_ text: [UInt8], _ cuts: [Range<Int>]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for cut in cuts {
      result += text[offset..<cut.lowerBound]
      offset = cut.upperBound
    }
    return result + text[offset...]
  }

  mutating func count(text: Int) { size.text += text }

  func advanced(into step: Int) -> [Int] { advancedInto[step] ?? [] }
}

/// Pauses as a recording holds them: three digits (docs/recording-format.md). What is tried is what a file would say.
enum Pauses {
  static func written(_ pause: Int64) -> Int64 {
    var unit: Int64 = 1
    while pause / unit >= 1000 { unit *= 10 }
    return (pause + unit / 2) / unit * unit
  }
}
