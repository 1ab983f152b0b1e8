import JSONRPC
import Recording
import Replay
import Shrinking
import Simulation
import Transcript

/// What is wrong with a candidate as input of a server, and as a recording.
enum Legality {
  static func problems(_ candidate: ShrinkCandidate) -> [String] {
    problems(in: candidate.session) + readBack(candidate)
  }

  static func problems(in session: RecordedSession) -> [String] {
    var problems: [String] = []
    var conversation = Conversation()
    var open: Set<String> = []
    for record in session.records {
      for observation in conversation.consume(record) {
        switch observation.fact {
        case .anomaly(let anomaly): problems.append("#\(record.number): \(anomaly)")
        case .document(let event): problems += Self.problems(event, &open).map { "#\(record.number): \($0)" }
        default: break
        }
      }
    }
    return problems + positions(in: session)
  }

  private static func problems(_ event: DocumentEvent, _ open: inout Set<String>) -> [String] {
    var problems = event.edits.flatMap(\.issues).map { "\($0)" }
    switch event.kind {
    case .opened:
      if event.wasOpen { problems.append("opened twice") }
    case .changed, .saved, .closed:
      if !event.wasOpen { problems.append("\(event.kind) while closed") }
      if event.savedTextMatches == false { problems.append("another text was saved") }
    }
    if event.kind == .changed, let version = event.version, let previous = event.previousVersion, version <= previous {
      problems.append("version \(version) after \(previous)")
    }
    return problems
  }

  /// Each position of a request is one of its document.
  private static func positions(in session: RecordedSession) -> [String] {
    let transcript = Transcript(session.records)
    return transcript.messages.compactMap { message in
      guard message.from == .client, case .request = message.role,
        let uri = message.params?["textDocument"]?["uri"]?.string,
        let position = message.params?["position"].flatMap(Position.init)
      else { return nil }
      guard let text = transcript.documents.text(of: uri, atRecord: message.record) else {
        return "#\(message.record): \(uri) is not open"
      }
      let issue = DocumentText(text).offset(of: position, in: .utf16).issue
      return issue.map { "#\(message.record): \(position) is \($0)" }
    }
  }

  private static func readBack(_ candidate: ShrinkCandidate) -> [String] {
    do {
      var reader = try RecordingReader(bytes: candidate.bytes(violation: "v"))
      var records: [Record] = []
      while let record = try reader.next() { records.append(record) }
      var options = candidate.options
      options.violation = "v"
      var problems: [String] = []
      if records != candidate.session.records { problems.append("another recording is read back") }
      if try RunOptions(reader.header.run) != options { problems.append("other options are read back") }
      return problems
    } catch {
      return ["it cannot be read back: \(error)"]
    }
  }
}

/// An oracle that also judges each candidate as input. A class, so that the test sees what it has seen.
final class JudgingOracle: FailureOracle {
  private let fails: (ShrinkCandidate) -> Bool
  private let schedule: (ShrinkCandidate) -> Schedule?
  private(set) var problems: [String] = []
  private(set) var count = 0
  private(set) var seen: Set<[UInt8]> = []
  private(set) var repeats = 0
  /// Every so many candidates are judged.
  var every = 1

  init(
    schedule: @escaping (ShrinkCandidate) -> Schedule? = { _ in nil }, _ fails: @escaping (ShrinkCandidate) -> Bool
  ) {
    self.schedule = schedule
    self.fails = fails
  }

  func attempt(_ candidate: ShrinkCandidate) -> Attempt {
    if count % every == 0 {
      problems += Legality.problems(candidate)
      if !seen.insert(candidate.bytes(violation: nil)).inserted { repeats += 1 }
    }
    count += 1
    return Attempt(
      signature: fails(candidate) ? "it fails" : nil, schedule: schedule(candidate),
      events: candidate.session.records.count)
  }
}
