import JSONRPC
import Transcript

// Documents whose edits are not all there any more.
extension Rebuilder {
  typealias Edit = (path: [JSONKey], value: JSONValue?)

  private var needsTexts: Bool { !changes.advanced.isEmpty }

  // MARK: Opening

  /// What must change in a message that opens a document; nil when it cannot be sent.
  mutating func opened(_ key: String, _ text: [UInt8], _ index: Int) -> [Edit]? {
    let wasOpen = openBefore.contains(key)
    // What closed it was left out: it stays open, and this is no change of it.
    if !wasOpen, open[key] != nil {
      leftOutOpening(key, text)
      return nil
    }
    openBefore.insert(key)
    let cuts = changes.cuts[.opened(step: index)] ?? []
    var document = Document(
      before: needsTexts ? DocumentText(text) : nil,
      after: DocumentText(cuts.isEmpty ? text : Rebuilder.cut(text, cuts)),
      alignment: TextAlignment(count: text.count, without: cuts))
    _ = advance(&document, into: index, .utf16)
    open[key] = document
    count(text: document.after.bytes.count)
    if document.after.bytes == text { return [] }
    guard let method = model.steps[index].method, let dialect = DocumentDialect.of(method) else { return [] }
    return [(dialect.content, .string(document.after.string))]
  }

  private mutating func leftOutOpening(_ key: String, _ text: [UInt8]) {
    openBefore.insert(key)
    guard var document = open[key] else { return }
    document.before = needsTexts ? DocumentText(text) : nil
    document.alignment = TextAlignment(before: text, after: document.after.bytes)
    document.caughtUp = nil
    open[key] = document
  }

  // MARK: Changing

  /// What must change in a message that changes a document; nil when nothing is left of it.
  mutating func changed(_ key: String, _ splices: [Step.Splice], _ step: Step, _ index: Int) -> [Edit]? {
    guard openBefore.contains(key) else { return open[key] == nil ? [] : nil }
    guard var document = open.removeValue(forKey: key) else { return nil }
    defer { open[key] = document }
    if changes.advanced[index] != nil {
      reach(splices, of: &document)
      return nil
    }
    let dropped = changes.droppedSplices[index] ?? []
    guard let method = step.method, let dialect = DocumentDialect.of(method) else { return nil }
    let original = step.json?[dialect.content]
    var elements: [JSONValue] = []
    var isChanged = !dropped.isEmpty
    for (place, splice) in splices.enumerated() {
      if dropped.contains(place) {
        leaveOut(splice, of: &document)
        continue
      }
      let cuts = changes.cuts[.inserted(step: index, splice: place)] ?? []
      let applied = apply(splice, cuts, to: &document, step.encoding)
      count(text: applied.text.count)
      if applied.isChanged { isChanged = true }
      elements.append(Self.element(original?[place], applied))
    }
    let added = advance(&document, into: index, step.encoding)
    if !isChanged, added.isEmpty { return [] }
    elements += added
    if elements.isEmpty { return nil }
    // A client that sends nothing but the text goes on like that.
    if original?.string != nil { return [(dialect.content, .string(document.after.string))] }
    return [(dialect.content, .array(elements))]
  }

  struct Applied {
    var range: PositionRange?
    var text: [UInt8]
    var isChanged: Bool
  }

  /// Applies a change on both sides.
  private func apply(
    _ splice: Step.Splice, _ cuts: [Range<Int>], to document: inout Document, _ encoding: PositionEncoding
  ) -> Applied {
    if splice.isWhole { return applyWhole(splice, cuts, to: &document) }
    let inserted = cuts.isEmpty ? splice.inserted : Rebuilder.cut(splice.inserted, cuts)
    var range = splice.range
    var place = 0..<0
    if splice.isOdd, let odd = splice.range {
      let ends = [odd.start, odd.end].map { document.after.offset(of: $0, in: encoding).offset }
      place = min(ends[0], ends[1])..<max(ends[0], ends[1])
    } else {
      let wanted = document.alignment.range(splice.replaced)
      let start = document.after.position(at: wanted.lowerBound, in: encoding)
      let end = document.after.position(at: wanted.upperBound, in: encoding)
      range = PositionRange(start: start.position, end: end.position)
      place = start.offset..<max(start.offset, end.offset)
    }
    document.before?.replace(splice.replaced, with: splice.inserted)
    document.after.replace(place, with: inserted)
    document.alignment.replace(
      before: splice.replaced, after: place, insertedCount: splice.inserted.count, without: cuts)
    return Applied(range: range, text: inserted, isChanged: range != splice.range || !cuts.isEmpty)
  }

  /// A whole text replaces what differs between it and the one before; so what was left out stays out.
  private func applyWhole(_ splice: Step.Splice, _ cuts: [Range<Int>], to document: inout Document) -> Applied {
    let inserted = cuts.isEmpty ? splice.inserted : Rebuilder.cut(splice.inserted, cuts)
    document.before = document.before.map { _ in DocumentText(splice.inserted) }
    document.after = DocumentText(inserted)
    document.alignment = TextAlignment(count: splice.inserted.count, without: cuts)
    return Applied(range: nil, text: inserted, isChanged: !cuts.isEmpty)
  }

  private static func element(_ original: JSONValue?, _ applied: Applied) -> JSONValue {
    var element = original ?? .object([])
    if applied.isChanged || original == nil {
      element.set("range", applied.range?.json)
      element.set("rangeLength", nil)
      element.set("text", .string(String(decoding: applied.text, as: UTF8.self)))
    }
    return element
  }

  // MARK: Ahead of time

  /// Makes the changes of later steps now. The document's text is then ahead of what it was, until these steps are reached.
  private mutating func advance(_ document: inout Document, into index: Int, _ encoding: PositionEncoding)
    -> [JSONValue]
  {
    let later = advanced(into: index)
    guard !later.isEmpty else { return [] }
    let before = document.before
    var elements: [JSONValue] = []
    for step in later {
      guard case .change(_, let splices) = model.steps[step].act else { continue }
      for splice in splices {
        let applied = apply(splice, [], to: &document, model.steps[step].encoding)
        count(text: applied.text.count)
        elements.append(Self.element(nil, applied))
      }
    }
    document.caughtUp = document.alignment
    document.ahead = later.count
    document.before = before
    document.alignment = TextAlignment(before: before?.bytes ?? [], after: document.after.bytes)
    return elements
  }

  /// The changes of a step that were made before.
  private func reach(_ splices: [Step.Splice], of document: inout Document) {
    for splice in splices { document.before?.replace(splice.replaced, with: splice.inserted) }
    document.ahead -= 1
    document.alignment =
      document.ahead > 0
      ? TextAlignment(before: document.before?.bytes ?? [], after: document.after.bytes)
      : document.caughtUp ?? document.alignment
  }

  // MARK: Leaving out

  mutating func leaveOut(_ step: Step) {
    switch step.act {
    case .open(let key, let text):
      // A document that stays closed: what is about it is left out, too.
      if open[key] != nil { leftOutOpening(key, text) } else { openBefore.insert(key) }
    case .change(let key, let splices):
      guard var document = open.removeValue(forKey: key) else { return }
      for splice in splices { leaveOut(splice, of: &document) }
      open[key] = document
    case .close(let key): openBefore.remove(key)
    case .save, .none: return
    }
  }

  private func leaveOut(_ splice: Step.Splice, of document: inout Document) {
    document.before?.replace(splice.replaced, with: splice.inserted)
    if splice.isWhole {
      document.alignment = TextAlignment(before: splice.inserted, after: document.after.bytes)
    } else {
      document.alignment.replaceBefore(splice.replaced, insertedCount: splice.inserted.count)
    }
  }
}

extension PositionRange {
  var json: JSONValue { ["start": start.json, "end": end.json] }
}
