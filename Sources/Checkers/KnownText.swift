import JSONRPC
import Transcript

/// How well it is known which text of a document a server meant.
enum TextKnowledge {
  /// It is this text, or the server broke its word.
  case exact(OpenDocument)
  /// It should be this text.
  case likely(OpenDocument)
}

extension Exchange {
  /// The document that the request is about.
  var document: String? {
    if let query { return query.document }
    let found = params?.members("textDocument", "item")
    return (found?[0]?["uri"] ?? found?[1]?["uri"])?.string
  }

  /// In which unit columns are counted in the request and in its answer.
  func positionEncoding(in session: Session) -> PositionEncoding {
    guard let query else { return session.conversation.positionEncoding }
    return query.params?["encoding"]?.string.flatMap(PositionEncoding.init(rawValue:)) ?? .utf16
  }

  /// The text of a document that the answer is about; nil when an edit was under way, or nobody knows. `isOwn`: the request
  /// is about this document.
  func text(of uri: String, isOwn: Bool, in session: Session) -> TextKnowledge? {
    guard !session.hasGap, let document = session.conversation.document(uri), !document.isDoubtful else { return nil }
    switch query?.snapshot {
    case .malformed?: return nil
    case .fixed(let name)?:
      guard let revision = SnapshotName.revision(name),
        let changed = session.revisions.revision(ofRecord: document.changedAt)
      else { return nil }
      return changed <= revision ? .exact(document) : nil
    case .latest?: return document.changedAt < request.record ? .exact(document) : nil
    case nil:
      guard document.changedAt < request.record else { return nil }
      // An index of all documents may be behind, unless the server promises that it is not.
      return isOwn || session.limits.promises.contains(.oneState) ? .exact(document) : .likely(document)
    }
  }
}

/// What is wrong with a range in a text.
struct RangeProblem {
  var expected: String
  var came: String
  var weight: Weight

  /// The problem of a range that is wrong in any text.
  init?(_ range: PositionRange) {
    let isNegative = [range.start.line, range.start.character, range.end.line, range.end.character].contains { $0 < 0 }
    if isNegative {
      self.init(expected: "a range of natural numbers", came: "\(range)", weight: .must)
    } else if (range.end.line, range.end.character) < (range.start.line, range.start.character) {
      self.init(expected: "a range that starts before its end", came: "\(range)", weight: .must)
    } else {
      return nil
    }
  }

  /// The problem of a range in a text. `isStrict`: the server's positions are always exact.
  init?(_ range: PositionRange, in text: DocumentText, _ encoding: PositionEncoding, isStrict: Bool) {
    for (position, isEnd) in [(range.start, false), (range.end, true)] {
      guard let issue = text.offset(of: position, in: encoding).issue else { continue }
      self.init(issue, position, isEnd: isEnd, in: text, encoding, isStrict: isStrict)
      return
    }
    return nil
  }

  private init(expected: String, came: String, weight: Weight) {
    self.expected = expected
    self.came = came
    self.weight = weight
  }

  private init(
    _ issue: PositionIssue, _ position: Position, isEnd: Bool, in text: DocumentText, _ encoding: PositionEncoding,
    isStrict: Bool
  ) {
    switch issue {
    case .insideCharacter:
      self.init(expected: "a position between two characters", came: "\(position)", weight: .must)
    case .columnBeyondLine:
      // LSP 3.17, "Position": such a column means the line's end.
      self.init(
        expected: "a column within its line", came: "\(position)", weight: isStrict ? .must : .observation)
    case .lineBeyondEnd, .negative:
      // The start of the line behind the last one is what many take for the end of the text.
      let isTextEnd = isEnd && position == Position(line: text.lineCount, character: 0)
      self.init(
        expected: "a line up to \(text.lineCount - 1)", came: "\(position)",
        weight: isTextEnd && !isStrict ? .observation : .must)
    }
  }
}
