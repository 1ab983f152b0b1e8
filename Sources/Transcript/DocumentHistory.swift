/// The texts of all documents at all versions: edits, with a whole text now and then.
package struct DocumentHistory: Sendable {
  /// A document from one opening to the next.
  package struct Life: Sendable {
    package let uri: String
    package let openedAt: Int
    package fileprivate(set) var closedAt: Int?
    fileprivate var steps: [Step] = []
    /// Whole texts, by the index of the step that led to them.
    fileprivate var snapshots: [(step: Int, bytes: [UInt8])] = []
    fileprivate var latest: [UInt8] = []

    /// The versions that the document had, in order.
    package var versions: [Int] { steps.compactMap(\.version) }
  }

  fileprivate struct Step: Sendable {
    var record: Int
    var version: Int?
    var edits: [AppliedEdit]
  }

  private static let stepsBetweenSnapshots = 256

  /// In the order of opening. A document that was closed and opened again is here twice.
  package private(set) var lives: [Life] = []
  private var latestLife: [String: Int] = [:]

  package init() {}

  mutating func consume(_ event: DocumentEvent, record: Int) {
    let key = DocumentURI.key(event.uri)
    switch event.kind {
    case .opened:
      latestLife[key] = lives.count
      lives.append(Life(uri: event.uri, openedAt: record))
      append(event, record: record, to: lives.count - 1)
    case .changed:
      if event.wasOpen, let index = latestLife[key] { append(event, record: record, to: index) }
    case .closed:
      if let index = latestLife[key] { lives[index].closedAt = record }
    case .saved: break
    }
  }

  private mutating func append(_ event: DocumentEvent, record: Int, to index: Int) {
    for edit in event.edits { lives[index].latest.replaceSubrange(edit.replaced, with: edit.inserted) }
    let step = lives[index].steps.count
    lives[index].steps.append(Step(record: record, version: event.version, edits: event.edits))
    if step % Self.stepsBetweenSnapshots == 0 {
      lives[index].snapshots.append((step, lives[index].latest))
    }
  }

  /// The text of a document at a version. When it was opened more than once, the last life that had the version counts.
  package func text(of uri: String, atVersion version: Int) -> [UInt8]? {
    let key = DocumentURI.key(uri)
    for life in lives.reversed() where DocumentURI.key(life.uri) == key {
      if let step = life.steps.lastIndex(where: { $0.version == version }) { return life.text(afterStep: step) }
    }
    return nil
  }

  /// The text of a document as it was just after a record; nil when the document was not open then.
  package func text(of uri: String, atRecord record: Int) -> [UInt8]? {
    step(of: uri, atRecord: record).map { $0.life.text(afterStep: $0.step) }
  }

  /// Its version then; nil also when the client gave none.
  package func version(of uri: String, atRecord record: Int) -> Int? {
    step(of: uri, atRecord: record).flatMap { $0.life.steps[$0.step].version }
  }

  private func step(of uri: String, atRecord record: Int) -> (life: Life, step: Int)? {
    let key = DocumentURI.key(uri)
    guard let life = lives.last(where: { $0.openedAt <= record && DocumentURI.key($0.uri) == key }),
      life.closedAt.map({ record < $0 }) ?? true,
      let step = life.steps.lastIndex(where: { $0.record <= record })
    else { return nil }
    return (life, step)
  }
}

extension DocumentHistory.Life {
  fileprivate func text(afterStep step: Int) -> [UInt8] {
    guard let snapshot = snapshots.last(where: { $0.step <= step }) else { return [] }
    var bytes = snapshot.bytes
    for later in steps[(snapshot.step + 1)..<(step + 1)] {
      for edit in later.edits { bytes.replaceSubrange(edit.replaced, with: edit.inserted) }
    }
    return bytes
  }
}
