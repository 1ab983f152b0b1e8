import JSONRPC
import Recording
import Transcript

/// Work that the server had finished on its own before the client went on: diagnostics it had published, progress it had
/// ended. The client did not ask for it, but a server that has not built its index yet answers otherwise.
enum BackgroundWork: Sendable, Equatable {
  /// It had looked at the document, at this version if it says so.
  case published(document: String, version: Int?)
  /// It had ended work of this title so many times.
  case ended(title: String, count: Int)

  /// The work that was finished between the previous message of the client's own accord and each step's, by record.
  static func beforeSteps(of transcript: Transcript) -> [Int: [BackgroundWork]] {
    var collector = BackgroundCollector()
    var result: [Int: [BackgroundWork]] = [:]
    for message in transcript.messages {
      if message.from == .server {
        collector.received(message)
      } else if goesOn(message) {
        let work = collector.take()
        if !work.isEmpty { result[message.record] = work }
      }
    }
    return result
  }

  /// Answers to the server and cancels wait for nothing.
  private static func goesOn(_ message: Message) -> Bool {
    switch message.role {
    case .request: true
    case .notification(let method): method != Method.cancelRequest
    case .answer, .other, .malformed: false
    }
  }
}

private struct BackgroundCollector {
  private var work: [BackgroundWork] = []
  private var progress = ProgressTitles()

  mutating func received(_ message: Message) {
    switch message.role {
    case .notification(Method.publishDiagnostics):
      let found = message.params?.members("uri", "version")
      guard let uri = found?[0]?.string else { return }
      let document = DocumentURI.key(uri)
      work.removeAll { if case .published(document, _) = $0 { true } else { false } }
      work.append(.published(document: document, version: found?[1]?.integer))
    case .notification(Method.progress):
      guard let title = progress.received(message.params) else { return }
      work.removeAll { if case .ended(title, _) = $0 { true } else { false } }
      work.append(.ended(title: title, count: progress.ended[title] ?? 0))
    default: break
    }
  }

  mutating func take() -> [BackgroundWork] {
    defer { work = [] }
    return work
  }
}

/// Work-done progress by its title: tokens are made up anew in each run.
struct ProgressTitles: Sendable {
  private var titles: [RequestID: String] = [:]
  /// How often work of each title has ended.
  private(set) var ended: [String: Int] = [:]

  var isRunning: Bool { !titles.isEmpty }

  /// Takes the parameters of a `$/progress`; returns the title of work that has ended with it.
  mutating func received(_ params: JSONView?) -> String? {
    guard let token = params?["token"]?.requestID, let value = params?["value"] else { return nil }
    switch value["kind"]?.string {
    case "begin":
      titles[token] = value["title"]?.string ?? ""
      return nil
    case "end":
      guard let title = titles.removeValue(forKey: token) else { return nil }
      ended[title, default: 0] += 1
      return title
    default: return nil
    }
  }
}

/// How long background work is waited for: it need not come again, so that each disappointment halves the time.
struct BackgroundPatience: Sendable {
  private static let shortest: Int64 = 30_000

  private var disappointments = 0
  private(set) var missed = 0
  /// Since when it has been waited for.
  private(set) var since: Int64?

  mutating func begin(at now: Int64) { if since == nil { since = now } }

  mutating func end(found: Bool) {
    if since != nil {
      disappointments = max(0, disappointments + (found ? -1 : 1))
      if !found { missed += 1 }
    }
    since = nil
  }

  func deadline(patience: Int64, recordedWait: Int64) -> Int64 {
    let full = max(patience, min(recordedWait * 3, patience * 10))
    return (since ?? 0) + max(Self.shortest, full >> Int64(min(disappointments, 20)))
  }
}
