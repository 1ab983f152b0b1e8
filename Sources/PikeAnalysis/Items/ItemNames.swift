/// The names of a file's items, in the order of the text; shared by all states of the file that declare the same names.
final class ItemNames: Sendable {
  let ids: [ItemID]
  /// The number of the class around each, or -1.
  private let parents: [Int]
  private let names: [String]
  private let indices: [ItemID: Int]

  private init(_ file: FileID, _ items: some Collection<(name: String, parent: Int)>) {
    let root = ItemID(file, [])
    var ids: [ItemID] = []
    ids.reserveCapacity(items.count)
    // How often each name occurred in a class so far.
    var counts: [Member: Int] = [:]
    for (name, parent) in items {
      let count = counts[Member(parent: parent, name: name), default: 0] + 1
      counts[Member(parent: parent, name: name)] = count
      ids.append((parent < 0 ? root : ids[parent]).member(ItemID.step(to: name, occurrence: count)))
    }
    self.ids = ids
    names = items.map { $0.name }
    parents = items.map { $0.parent }
    indices = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private struct Member: Hashable {
    let parent: Int
    let name: String
  }

  /// The previous ones, if they are the same.
  static func make(
    _ file: FileID, _ items: some Collection<(name: String, parent: Int)>, previous: ItemNames?
  ) -> ItemNames {
    if let previous, previous.ids.first?.file ?? file == file, previous.areThose(of: items) { return previous }
    return ItemNames(file, items)
  }

  private func areThose(of items: some Collection<(name: String, parent: Int)>) -> Bool {
    guard items.count == names.count else { return false }
    for (index, item) in items.enumerated() where item.parent != parents[index] || item.name != names[index] {
      return false
    }
    return true
  }

  func index(of id: ItemID) -> Int? { indices[id] }
}

extension ItemID {
  /// The last part of an item's path: its name, from the second of the same name on with a number.
  static func step(to name: String, occurrence: Int) -> String { occurrence == 1 ? name : "\(name)#\(occurrence)" }
}

extension Item {
  /// The last step of each one's path.
  static func steps(to items: [Item]) -> [String] {
    var counts: [String: Int] = [:]
    return items.map { item in
      let count = counts[item.name, default: 0] + 1
      counts[item.name] = count
      return ItemID.step(to: item.name, occurrence: count)
    }
  }
}
