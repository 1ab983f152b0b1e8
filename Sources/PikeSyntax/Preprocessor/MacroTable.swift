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
  private let filter: [UInt64]

  init(_ events: [UInt64: [Event]]) {
    self.events = events
    filter = events.keys.reduce(into: Array(repeating: 0, count: 16)) { $0[Int($1 >> 60)] |= 1 << ($1 >> 54 & 63) }
  }

  var isEmpty: Bool { events.isEmpty }

  @inline(__always) func mayContain(_ hash: UInt64) -> Bool {
    filter[Int(hash >> 60)] >> (hash >> 54 & 63) & 1 != 0
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

  /// The names of the macros that became others, or whose bodies mention such a one, and the first directive (after the change) that
  /// makes the difference, unless it is one of those that were replaced. When there are more names than `limit`, not all are found.
  func difference(
    from new: MacroTable, outside change: DirectiveChange, limit: Int
  ) -> (names: [[UInt8]], first: Int?) {
    var names: [UInt64: [UInt8]] = [:]
    var first: Int?
    for (hash, old) in events {
      guard let index = Self.firstDifference(old, new.events[hash] ?? [], change) else { continue }
      names[hash] = old.name
      if !change.isNew(index) { first = min(index, first ?? index) }
    }
    for (hash, list) in new.events where events[hash] == nil {
      names[hash] = list.name
      if !change.isNew(list[0].directive) { first = min(list[0].directive, first ?? list[0].directive) }
    }
    if !names.isEmpty { new.addUsers(to: &names, limit: limit) }
    return (names.sorted { $0.key < $1.key }.map(\.value), first)
  }

  /// The directive with which two lists of events begin to differ, as it is numbered after the change; of those that were replaced, the
  /// first place.
  private static func firstDifference(_ old: [Event], _ new: [Event], _ change: DirectiveChange) -> Int? {
    for (mine, theirs) in zip(old, new) {
      let index = mine.directive < 0 ? -1 : change.newIndex(of: mine.directive)
      guard index == theirs.directive, mine.definition.isSame(as: theirs.definition) else {
        return min(index ?? change.replaced.lowerBound, theirs.directive)
      }
    }
    if old.count == new.count { return nil }
    if new.count > old.count { return new[old.count].directive }
    let directive = old[new.count].directive
    return directive < 0 ? -1 : change.newIndex(of: directive) ?? change.replaced.lowerBound
  }

  /// Adds the macros whose bodies mention one of them.
  private func addUsers(to names: inout [UInt64: [UInt8]], limit: Int) {
    var count = 0
    while count < names.count, names.count <= limit {
      count = names.count
      for (hash, list) in events where names[hash] == nil {
        let mentions = list.contains { $0.definition?.body.contains { $0.hash != 0 && names[$0.hash] != nil } ?? false }
        if mentions { names[hash] = list.name }
      }
    }
  }
}

extension [MacroTable.Event] {
  /// The name of the macro; the first event always defines it.
  fileprivate var name: [UInt8] { first?.definition?.name ?? [] }
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
