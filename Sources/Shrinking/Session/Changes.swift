import JSONRPC

/// What a pass wants done to a session. Whatever it is, the result is a session with consistent documents.
struct Changes: Sendable {
  /// A text that can be cut.
  enum TextSource: Hashable, Sendable {
    /// Of a message that opens a document.
    case opened(step: Int)
    case inserted(step: Int, splice: Int)
    case file(Int)
  }

  /// Steps to leave out.
  var dropped: Set<Int> = []
  /// Content changes to leave out, by step.
  var droppedSplices: [Int: Set<Int>] = [:]
  /// Ranges of bytes to leave out, in ascending order.
  var cuts: [TextSource: [Range<Int>]] = [:]
  /// Changes of documents that are made with an earlier message that changes (or opens) the same document: that message's step, by theirs.
  /// There must be no change of the document between the two that is not moved as well.
  var advanced: [Int: Int] = [:]
  var droppedFiles: Set<Int> = []
  /// Pauses that are not what they were, by step.
  var pauses: [Int: Int64] = [:]
  /// Bodies of messages, by step. What they do to documents must be the same.
  var bodies: [Int: JSONValue] = [:]

  static func dropping(_ steps: some Sequence<Int>) -> Changes {
    var changes = Changes()
    changes.dropped = Set(steps)
    return changes
  }
}
