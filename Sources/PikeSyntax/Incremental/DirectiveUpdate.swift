extension DirectiveTable {
  /// The table after an edit, and where outside the damage the text means something else now: elsewhere, old nodes are still right.
  func updated(
    _ damage: Damage, newText: SourceText, environment: PreprocessorEnvironment
  ) -> (table: DirectiveTable, change: MeaningChange) {
    let first = index(at: damage.oldRange.lowerBound)
    let last = index(at: damage.oldRange.upperBound)
    let new = DirectiveFinder.directives(in: newText, range: damage.newRange)
    var moved = directives
    moved.replaceSubrange(first..<last, with: new)
    let delta = damage.delta
    if delta != 0 {
      for index in first + new.count..<moved.count { moved[index].move(by: delta) }
    }
    if directives[first..<last].elementsEqual(new, by: { $0.fingerprint == $1.fingerprint }) {
      return (DirectiveTable(directives: moved, structure: structure), MeaningChange())
    }
    let rebuilt = DirectiveStructureBuilder.build(moved, text: newText, environment: environment)
    let change = DirectiveChange(replaced: first..<last, count: new.count)
    let table = DirectiveTable(directives: moved, structure: rebuilt)
    return (table, MeaningChange(from: structure, to: table, change, damagedFrom: damage.newRange.lowerBound, newText))
  }
}

/// Some directives were replaced with others, not necessarily as many.
struct DirectiveChange {
  var replaced: Range<Int>
  var count: Int

  /// The index of a directive outside, after the change; nil for one that was replaced.
  func newIndex(of old: Int) -> Int? {
    if old < replaced.lowerBound { return old }
    return old >= replaced.upperBound ? old - replaced.count + count : nil
  }

  func isNew(_ index: Int) -> Bool { index >= replaced.lowerBound && index < replaced.lowerBound + count }
}

/// Where a change of directives changes what the rest of the text means.
struct MeaningChange {
  /// Where the names of macros stand that became others, in order.
  private(set) var names: [Int] = []
  /// From here on, nothing is what it was.
  private(set) var end = Int.max

  /// More names than this are not searched for, one by one, in the text.
  private static let nameLimit = 8

  init() {}

  init(
    from old: DirectiveStructure, to new: DirectiveTable, _ change: DirectiveChange, damagedFrom damage: Int,
    _ text: SourceText
  ) {
    let starts = new.directives
    if let index = old.firstDifference(from: new.structure, outside: change) { end = starts[index].start }
    let difference = old.macros.difference(from: new.structure.macros, outside: change, limit: Self.nameLimit)
    guard !difference.names.isEmpty else { return }
    let first = difference.first ?? starts.count
    let start = first < 0 ? 0 : first < starts.count ? min(damage, starts[first].start) : damage
    guard difference.names.count <= Self.nameLimit else {
      end = min(end, start)
      return
    }
    guard start < end else { return }
    for name in difference.names where Self.canBeUsed(name) {
      names += NameFinder(name, in: text).places(in: start..<min(end, text.count))
    }
    names.sort()
  }

  /// A keyword stays one, whatever is defined; and who has typed `#define` in front of a function has defined `int`.
  private static func canBeUsed(_ name: [UInt8]) -> Bool {
    let text = SourceText(name)
    return withExtendedLifetime(text) {
      var lexer = Lexer(text)
      return lexer.next().kind == .identifier
    }
  }

  /// Whether something in `range` of the new text means something else.
  func touches(_ range: Range<Int>) -> Bool {
    if range.upperBound > end { return true }
    if names.isEmpty { return false }
    let next = names.firstIndex(behind: { $0 >= range.lowerBound })
    return next < names.count && names[next] < range.upperBound
  }
}

extension DirectiveStructure {
  /// The first directive, after the change, that is compiled or not, or belongs to another, as it did not before; those that were
  /// replaced do not count.
  fileprivate func firstDifference(from new: DirectiveStructure, outside change: DirectiveChange) -> Int? {
    let unmatched = firstDifference(
      unmatched.compactMap(change.newIndex), new.unmatched.filter { !change.isNew($0) })
    for old in next.indices {
      guard let index = change.newIndex(of: old) else { continue }
      let partner = next[old] < 0 ? -1 : change.newIndex(of: Int(next[old])) ?? -2
      if isActive[old] != new.isActive[index] || partner != Int(new.next[index]) {
        return min(index, unmatched ?? index)
      }
    }
    return unmatched
  }

  private func firstDifference(_ old: [Int], _ new: [Int]) -> Int? {
    let same = zip(old, new).prefix { $0 == $1 }.count
    if same < old.count, same < new.count { return min(old[same], new[same]) }
    return same < old.count ? old[same] : same < new.count ? new[same] : nil
  }
}

extension Directive {
  mutating func move(by delta: Int) {
    start += delta
    end += delta
    argument += delta
  }
}
