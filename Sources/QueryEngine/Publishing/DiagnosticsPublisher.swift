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
    let file: FileID
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
  private let longestOtherDelay: Duration
  /// How long after the last revision the other documents are looked at.
  private let otherDocumentsDelay: Duration
  /// In the order of their paths: all are looked at whenever anything changes.
  private var documents: [Document] = []
  private(set) var published = 0
  private(set) var overtaken = 0
  private(set) var coalesced = 0

  init(maximumDelay: Duration, otherDocumentsDelay: Duration) {
    self.maximumDelay = maximumDelay
    longestOtherDelay = maximumDelay * 4
    self.otherDocumentsDelay = otherDocumentsDelay
  }

  // MARK: Changes

  /// Its diagnostics are wanted at once.
  mutating func opened(_ file: FileID, version: Int, at now: Duration, delay: Duration) {
    changed(at: now, delay: delay)
    let document = Document(file: file, version: version, due: now, changedAt: now, requestClass: .typing)
    if let index = index(of: file) {
      documents[index] = document
    } else {
      documents.insert(document, at: documents.firstIndex { file < $0.file } ?? documents.count)
    }
  }

  private func index(of file: FileID) -> Int? { documents.firstIndex { $0.file == file } }

  mutating func edited(_ file: FileID, version: Int, at now: Duration, delay: Duration) {
    if let index = index(of: file) {
      if documents[index].due != nil { coalesced += 1 }
      documents[index].version = version
      documents[index].requestClass = .typing
    }
    changed(at: now, delay: delay)
  }

  mutating func closed(_ file: FileID, at now: Duration, delay: Duration) {
    if let index = index(of: file) { documents.remove(at: index) }
    changed(at: now, delay: delay)
  }

  /// Something is otherwise than before.
  mutating func changed(at now: Duration, delay: Duration) {
    for index in documents.indices {
      if documents[index].due == nil { documents[index].changedAt = now }
      let isTyping = documents[index].requestClass == .typing
      let wait = isTyping ? delay : max(delay, otherDocumentsDelay)
      let longest = isTyping ? maximumDelay : longestOtherDelay
      documents[index].due = min(now + wait, documents[index].changedAt + max(longest, wait))
    }
  }

  /// Somebody new is told, and knows nothing yet.
  mutating func reset(at now: Duration) {
    for index in documents.indices {
      documents[index].published = nil
      documents[index].due = now
    }
  }

  // MARK: Runs

  /// When the next run begins.
  var nextDue: Duration? { documents.lazy.compactMap(\.due).min() }

  mutating func takeDue(at now: Duration) -> [Run] {
    var runs: [Run] = []
    for index in documents.indices {
      guard let due = documents[index].due, due <= now else { continue }
      runs.append(Run(file: documents[index].file, requestClass: documents[index].requestClass))
      documents[index].due = nil
    }
    // Sorting is stable, so that documents of one class keep their order.
    return runs.count < 2 ? runs : runs.sorted { $0.requestClass < $1.requestClass }
  }

  /// A run has come to an end. The newest revision must not change until what this returns has been published.
  ///
  /// - Returns: the version that the diagnostics are to be published for; nil if they are not.
  mutating func finished(
    _ file: FileID, _ diagnostics: [Diagnostic], of revision: Revision, newest: Revision,
    comparesVersionsOnly: Bool = false
  ) -> Int? {
    guard let index = index(of: file) else { return nil }
    guard revision == newest else {
      overtaken += 1
      return nil
    }
    documents[index].requestClass = .background
    let version = documents[index].version
    if let last = documents[index].published, last.version == version,
      comparesVersionsOnly || last.diagnostics == diagnostics
    {
      return nil
    }
    documents[index].published = (version, diagnostics)
    published += 1
    return version
  }
}
