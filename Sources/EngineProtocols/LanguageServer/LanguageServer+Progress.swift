import IncrementalQueries
import JSONRPC
import PikeAnalysis
import QueryEngine

/// The index of the installed library, made in the background when the client is ready.
extension LanguageServer {
  private static let token = "reprise-library-index"

  func indexLibrary() {
    guard client.showsProgress else { return runIndex(showsProgress: false) }
    ask("window/workDoneProgress/create") { json in
      json.object { $0.member("token", Self.token) }
    } then: { [unowned self] isError, _ in
      guard phase == .running else { return }
      runIndex(showsProgress: !isError)
    }
  }

  private func runIndex(showsProgress: Bool) {
    let progress = ProgressReport(token: Self.token, outbox: outbox, messages: messages)
    if showsProgress { progress.begin("Indexing Pike's library") }
    let request = EngineRequest(
      id: Self.token, query: FeatureQuery(.libraryIndex, encoding: client.encoding), requestClass: .background)
    let refresher = refresher
    engine.submit(request) { response in
      if case .result(.libraryIndex(let count)) = response.outcome, count > 0 {
        if showsProgress {
          progress.report("\(count) files", percentage: 100)
          progress.end("\(count) files")
        }
        refresher.refresh()
      } else if showsProgress {
        progress.end("nothing was indexed")
      }
    }
  }
}

/// Tells of work that goes on.
struct ProgressReport: Sendable {
  let token: String
  let outbox: Outbox
  let messages: OutgoingMessages

  func begin(_ title: String) {
    send { json in
      json.member("kind", "begin")
      json.member("title", title)
      json.member("cancellable", false)
      json.member("percentage", 0)
    }
  }

  func report(_ message: String, percentage: Int) {
    send { json in
      json.member("kind", "report")
      json.member("message", message)
      json.member("percentage", percentage)
    }
  }

  func end(_ message: String) {
    send { json in
      json.member("kind", "end")
      json.member("message", message)
    }
  }

  private func send(_ value: (inout JSONWriter) -> Void) {
    outbox.send(
      messages.notification("$/progress") { json in
        json.object { json in
          json.member("token", token)
          json.member("value") { $0.object(value) }
        }
      })
  }
}
