/// One element of `contentChanges`, as it came.
struct ContentChange {
  var range: PositionRange?
  var rangeLength: Int?
  var text: [UInt8]
  var issues: [EditIssue] = []

  init(_ change: JSONView) {
    let found = change.members("range", "rangeLength", "text")
    range = found[0].flatMap(PositionRange.init)
    rangeLength = found[1]?.integer
    text = found[2]?.utf8 ?? []
    if found[2]?.isString != true { issues.append(.noText) }
    if found[2]?.hasLoneSurrogate == true { issues.append(.loneSurrogate) }
  }

  /// A change of the whole text, as query-engine-v2 may have it.
  init(whole text: JSONView) {
    self.text = text.utf8 ?? []
    if text.hasLoneSurrogate { issues.append(.loneSurrogate) }
  }
}

extension Position {
  /// Nil when `view` is no position.
  package init?(_ view: JSONView) {
    let found = view.members("line", "character")
    guard let line = found[0]?.integer, let character = found[1]?.integer else { return nil }
    self.init(line: line, character: character)
  }
}

extension PositionRange {
  /// Nil when `view` is no range.
  package init?(_ view: JSONView) {
    let found = view.members("start", "end")
    guard let start = found[0].flatMap(Position.init), let end = found[1].flatMap(Position.init) else { return nil }
    self.init(start: start, end: end)
  }
}

extension DocumentText {
  /// Applies a change as a server would: positions are clamped into the text, a reversed range is turned round.
  mutating func apply(_ change: ContentChange, encoding: PositionEncoding) -> AppliedEdit {
    guard let range = change.range else {
      let all = 0..<bytes.count
      self = DocumentText(change.text)
      return AppliedEdit(range: nil, replaced: all, inserted: change.text, issues: change.issues)
    }
    var issues = change.issues
    var start = offset(of: range.start, in: encoding)
    var end = offset(of: range.end, in: encoding)
    if let issue = start.issue { issues.append(.start(issue)) }
    if let issue = end.issue { issues.append(.end(issue)) }
    if range.end.isBefore(range.start) { issues.append(.reversed) }
    if end.offset < start.offset { swap(&start, &end) }
    let replaced = start.offset..<end.offset
    if let given = change.rangeLength, issues.isEmpty {
      let actual = length(of: replaced, in: encoding)
      if given != actual { issues.append(.lengthMismatch(given: given, actual: actual)) }
    }
    replace(replaced, with: change.text)
    return AppliedEdit(range: range, replaced: replaced, inserted: change.text, issues: issues)
  }

  /// The length of a range of bytes in the unit of `encoding`.
  private func length(of range: Range<Int>, in encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: range.count
    case .utf16: bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    case .utf32: bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
  }
}

extension Position {
  func isBefore(_ other: Position) -> Bool { (line, character) < (other.line, other.character) }
}
