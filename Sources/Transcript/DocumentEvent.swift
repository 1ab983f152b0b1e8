/// What happened to a document.
package struct DocumentEvent: Equatable, Sendable {
  package enum Kind: String, Sendable { case opened, changed, saved, closed }

  package var kind: Kind
  package var uri: String
  /// The version after the event.
  package var version: Int?
  /// The version before it; nil when the document was not open or had none.
  package var previousVersion: Int?
  /// Whether the document was open before the event.
  package var wasOpen: Bool
  /// What changed in the text, in order. Empty when the document was not open.
  package var edits: [AppliedEdit] = []
  /// How long the text is after the event.
  package var byteCount: Int?
  /// Whether the text that came with `didSave` is the text that the document had. Nil when none came.
  package var savedTextMatches: Bool?
}

/// One content change, as it was asked for and as it was applied.
package struct AppliedEdit: Equatable, Sendable {
  /// As the client gave it; nil when the whole text was replaced.
  package var range: PositionRange?
  /// The bytes of the text that were replaced.
  package var replaced: Range<Int>
  package var inserted: [UInt8]
  package var issues: [EditIssue]
}

/// What was odd about a content change.
package enum EditIssue: Equatable, Sendable {
  case start(PositionIssue)
  case end(PositionIssue)
  /// The end stands before the start: the two are exchanged.
  case reversed
  /// `rangeLength` is not the length of the range.
  case lengthMismatch(given: Int, actual: Int)
  /// The text has half of a surrogate pair: it is taken as U+FFFD.
  case loneSurrogate
  /// The change has no `text`: it is taken as empty.
  case noText
}
