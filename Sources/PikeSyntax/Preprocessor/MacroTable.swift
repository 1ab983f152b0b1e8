/// Which macros are defined where, by the order of the directives.
final class MacroTable: Sendable {
  struct Event: Sendable {
    /// Behind which directive it counts; -1 for what is defined before the file begins.
    var directive: Int
    /// Nil when the name is taken back.
    var definition: MacroDefinition?
  }

  private let events: [UInt64: [Event]]
  /// A name that has no bit here is no macro; asked of each identifier, so it must be quick.
  private let filter: UInt64

  init(_ events: [UInt64: [Event]]) {
    self.events = events
    filter = events.keys.reduce(0) { $0 | 1 << ($1 >> 58) }
  }

  var isEmpty: Bool { events.isEmpty }

  @inline(__always) func mayContain(_ hash: UInt64) -> Bool {
    filter >> (hash >> 58) & 1 != 0
  }

  /// The macro of that name in force behind the first `directiveCount` directives of the file.
  func definition(_ hash: UInt64, after directiveCount: Int) -> MacroDefinition? {
    guard mayContain(hash), let list = events[hash] else { return nil }
    let count = list.firstIndex(behind: { $0.directive >= directiveCount })
    return count == 0 ? nil : list[count - 1].definition
  }

  /// What is defined when the file ends, for those who include it.
  var final: [MacroDefinition] {
    events.sorted { $0.key < $1.key }.compactMap { $0.value.last?.definition }
  }

  /// Whether the same directives define the same, apart from those that were replaced, which must define nothing.
  func isSame(as new: MacroTable, outside change: DirectiveChange) -> Bool {
    guard events.count == new.events.count else { return false }
    for (name, old) in events {
      guard let current = new.events[name], old.count == current.count else { return false }
      for (mine, theirs) in zip(old, current) {
        let index = mine.directive < 0 ? -1 : change.newIndex(of: mine.directive)
        guard index == theirs.directive, mine.definition.isSame(as: theirs.definition) else { return false }
      }
    }
    return true
  }
}

extension MacroDefinition? {
  fileprivate func isSame(as other: MacroDefinition?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self === other
      || self.shape == other.shape && self.parameterCount == other.parameterCount
        && self.isVariadic == other.isVariadic && self.name == other.name && self.bodyText == other.bodyText
        && self.body.elementsEqual(other.body) {
          $0.kind == $1.kind && $0.parameter == $1.parameter && $0.hash == $1.hash
        }
  }
}
