package import Recording
import Transcript

/// A document at a version, as a person names it: `main.c@3`.
package struct DocumentAtVersion: Sendable {
  /// The URI or the end of it.
  package var name: String
  package var version: Int

  /// Nil unless `argument` is a name, an `@` and a number.
  package init?(argument: String) {
    guard let at = argument.lastIndex(of: "@"), at != argument.startIndex,
      let version = Int(argument[argument.index(after: at)...])
    else { return nil }
    name = String(argument[..<at])
    self.version = version
  }
}

/// Finds a document's text at a version while records go by. Only the text that was found is kept.
package struct DocumentSearch {
  package struct Found: Sendable {
    package var text: [UInt8]
    /// What a person should know beside it.
    package var notice: String?
  }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  private struct Seen {
    var uri: String
    var versions: ClosedRange<Int>?
    /// The nearest versions on both sides of the wanted one: clients may leave numbers out.
    var below: Int?
    var above: Int?
    var match: (record: Int, text: [UInt8])?
    var matchCount = 0
  }

  private let wanted: DocumentAtVersion
  private let key: String
  private var conversation = Conversation()
  private var seen: [Seen] = []
  private var index: [String: Int] = [:]

  package init(_ wanted: DocumentAtVersion) {
    self.wanted = wanted
    key = DocumentURI.key(wanted.name)
  }

  package mutating func consume(_ record: Record) {
    for observation in conversation.consume(record) {
      guard case .document(let event) = observation.fact else { continue }
      note(event, record: record.number)
    }
  }

  private mutating func note(_ event: DocumentEvent, record: Int) {
    let uri = DocumentURI.key(event.uri)
    if index[uri] == nil {
      index[uri] = seen.count
      seen.append(Seen(uri: event.uri))
    }
    guard let place = index[uri], let version = event.version, event.kind == .opened || event.kind == .changed
    else { return }
    let old = seen[place].versions
    seen[place].versions = min(old?.lowerBound ?? version, version)...max(old?.upperBound ?? version, version)
    if version < wanted.version { seen[place].below = max(seen[place].below ?? version, version) }
    if version > wanted.version { seen[place].above = min(seen[place].above ?? version, version) }
    guard version == wanted.version, uri.hasSuffix(key), let text = conversation.text(of: event.uri) else { return }
    seen[place].match = (record, text.bytes)
    seen[place].matchCount += 1
  }

  package var result: Result<Found, Failure> {
    let exact = seen.filter { DocumentURI.key($0.uri) == key }
    let named = exact.isEmpty ? seen.filter { DocumentURI.key($0.uri).hasSuffix(key) } : exact
    guard let document = named.first else { return .failure(Failure(description: noSuchDocument)) }
    guard named.count == 1 else {
      let uris = named.map { "  \($0.uri)" }.joined(separator: "\n")
      return .failure(Failure(description: "'\(wanted.name)' may be any of these; give more of the URI:\n\(uris)"))
    }
    guard let match = document.match else {
      return .failure(
        Failure(description: "\(document.uri) has no version \(wanted.version); \(Self.nearest(document))"))
    }
    let notice =
      document.matchCount > 1
      ? "version \(wanted.version) of \(document.uri) is there \(document.matchCount) times; this is the last (record \(match.record))"
      : nil
    return .success(Found(text: match.text, notice: notice))
  }

  private static func nearest(_ document: Seen) -> String {
    switch (document.below, document.above) {
    case (let below?, let above?): "the nearest are \(below) and \(above)"
    case (let below?, nil): "the last is \(below)"
    case (nil, let above?): "the first is \(above)"
    case (nil, nil): "it has none"
    }
  }

  private var noSuchDocument: String {
    let list = seen.prefix(50).map { document in
      let versions = document.versions.map { "@\($0.lowerBound) to @\($0.upperBound)" } ?? "without versions"
      return "  \(document.uri) \(versions)"
    }
    let rest = seen.count > list.count ? ["  … and \(seen.count - list.count) more"] : []
    guard !list.isEmpty else { return "no document named '\(wanted.name)': the recording has no documents" }
    return "no document named '\(wanted.name)'; there are:\n" + (list + rest).joined(separator: "\n")
  }
}
