extension DirectiveTable {
  /// The table after an edit, and whether directives outside the damage mean what they meant: then old nodes there are still right.
  func updated(
    _ damage: Damage, newText: SourceText, environment: PreprocessorEnvironment
  ) -> (table: DirectiveTable, keepsMeaning: Bool) {
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
      return (DirectiveTable(directives: moved, structure: structure), true)
    }
    let rebuilt = DirectiveStructureBuilder.build(moved, text: newText, environment: environment)
    let change = DirectiveChange(replaced: first..<last, count: new.count)
    return (DirectiveTable(directives: moved, structure: rebuilt), structure.isSame(as: rebuilt, outside: change))
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
}

extension DirectiveStructure {
  /// Whether the same branches are compiled, the same directives belong together and the same macros are defined by the same
  /// directives, apart from those that were replaced, which must define nothing.
  fileprivate func isSame(as new: DirectiveStructure, outside change: DirectiveChange) -> Bool {
    for old in next.indices {
      guard let index = change.newIndex(of: old) else { continue }
      guard isActive[old] == new.isActive[index] else { return false }
      let partner = next[old] < 0 ? -1 : change.newIndex(of: Int(next[old])) ?? -2
      guard partner == Int(new.next[index]) else { return false }
    }
    return unmatched.compactMap(change.newIndex) == new.unmatched.filter { !change.isNew($0) }
      && macros.isSame(as: new.macros, outside: change)
  }
}

extension DirectiveChange {
  func isNew(_ index: Int) -> Bool { index >= replaced.lowerBound && index < replaced.lowerBound + count }
}

extension Directive {
  mutating func move(by delta: Int) {
    start += delta
    end += delta
    argument += delta
  }
}
