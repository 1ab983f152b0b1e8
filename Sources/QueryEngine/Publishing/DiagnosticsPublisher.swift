import IncrementalQueries
import PikeAnalysis

/// Decides when the diagnostics of which open document are computed, and whether what came out may still be published. A state
/// machine: times come in, and what to do comes out.
///
/// An edit of one document may change what is wrong in another; so any revision makes all open documents due, the edited one soon, as
/// what somebody waits for, the others in the background, when the typing pauses: nobody looks at them meanwhile.
struct DiagnosticsPublisher: Sendable {
  struct Run: Equatable {
    var file: FileID
    var requestClass: RequestClass
  }

  private struct Document {
    var version: Int
    /// Nil when nothing has changed since the last run began.
    var due: Duration?
    /// The first change that no run has seen.
    var changedAt: Duration = .zero
    /// Typing from an edit until its diagnostics are there.
    var requestClass: RequestClass
    var published: (version: Int, diagnostics: [Diagnostic])?
  }

  /// For how long continuous edits may put off the diagnostics of the edited document; for others four times as long.
  private let maximumDelay: Duration
  /// How long after the last revision the other documents are looked at.
  private let otherDocumentsDelay: Duration
  private var documents: [FileID: Document] = [:]
  private(set) var published = 0
  private(set) var overtaken = 0
  private(set) var coalesced = 0

  init(maximumDelay: Duration, otherDocumentsDelay: Duration) {
    self.maximumDelay = maximumDelay
    self.otherDocumentsDelay = otherDocumentsDelay
  }

  // MARK: Changes

  /// Its diagnostics are wanted at once.
  mutating func opened(_ file: FileID, version: Int, at now: Duration, delay: Duration) {
    changed(at: now, delay: delay)
    documents[file] = Document(version: version, due: now, changedAt: now, requestClass: .typing)
  }

  mutating func edited(_ file: FileID, version: Int, at now: Duration, delay: Duration) {
    if documents[file]?.due != nil { coalesced += 1 }
    documents[file]?.version = version
    documents[file]?.requestClass = .typing
    changed(at: now, delay: delay)
  }

  mutating func closed(_ file: FileID, at now: Duration, delay: Duration) {
    documents[file] = nil
    changed(at: now, delay: delay)
  }

  /// Something is otherwise than before.
  mutating func changed(at now: Duration, delay: Duration) {
    for file in documents.keys.sorted() { documents[file].map { documents[file] = changed($0, at: now, delay) } }
  }

  private func changed(_ document: Document, at now: Duration, _ delay: Duration) -> Document {
    var document = document
    if document.due == nil { document.changedAt = now }
    let isTyping = document.requestClass == .typing
    let wait = isTyping ? delay : max(delay, otherDocumentsDelay)
    let longest = isTyping ? maximumDelay : maximumDelay * 4
    document.due = min(now + wait, document.changedAt + max(longest, wait))
    return document
  }

  /// Somebody new is told, and knows nothing yet.
  mutating func reset(at now: Duration) {
    for file in documents.keys.sorted() {
      documents[file]?.published = nil
      documents[file]?.due = now
    }
  }

  // MARK: Runs

  /// When the next run begins.
  var nextDue: Duration? { documents.values.compactMap(\.due).min() }

  mutating func takeDue(at now: Duration) -> [Run] {
    let due = documents.keys.sorted().filter { documents[$0]?.due.map { $0 <= now } ?? false }
    let runs = due.compactMap { file in documents[file].map { Run(file: file, requestClass: $0.requestClass) } }
    for file in due { documents[file]?.due = nil }
    // Sorting is stable, so that documents of one class keep their order.
    return runs.sorted { $0.requestClass < $1.requestClass }
  }

  /// A run has come to an end. The newest revision must not change until what this returns has been published.
  ///
  /// - Returns: the version that the diagnostics are to be published for; nil if they are not.
  mutating func finished(
    _ file: FileID, _ diagnostics: [Diagnostic], of revision: Revision, newest: Revision,
    comparesVersionsOnly: Bool = false
  ) -> Int? {
    guard let document = documents[file] else { return nil }
    guard revision == newest else {
      overtaken += 1
      return nil
    }
    documents[file]?.requestClass = .background
    if let last = document.published, last.version == document.version,
      comparesVersionsOnly || last.diagnostics == diagnostics
    {
      return nil
    }
    documents[file]?.published = (document.version, diagnostics)
    published += 1
    return document.version
  }
}
