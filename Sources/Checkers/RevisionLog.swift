/// Which revision each of the latest mutations led to, in the order in which they were sent.
package struct RevisionLog: Sendable {
  private static let capacity = 4096

  private var entries: [(record: Int, revision: Int)] = []
  /// The highest revision that was heard of in any way.
  package private(set) var highest = 0

  mutating func insert(_ revision: Int?, at record: Int) {
    guard let revision else { return }
    highest = max(highest, revision)
    if entries.count >= 2 * Self.capacity { entries.removeFirst(Self.capacity) }
    entries.insert((record, revision), at: index(after: record))
  }

  /// What an engine has read as its latest state is there, whoever made it: the disk makes revisions, too.
  mutating func sawRead(of revision: Int) { highest = max(highest, revision) }

  /// The revision of the mutation in this record.
  package func revision(ofRecord record: Int) -> Int? {
    let index = index(after: record)
    guard index > 0, entries[index - 1].record == record else { return nil }
    return entries[index - 1].revision
  }

  /// The acknowledged mutation that was sent last before a record.
  package func last(before record: Int) -> (record: Int, revision: Int)? {
    let index = index(after: record - 1)
    return index > 0 ? entries[index - 1] : nil
  }

  /// The acknowledged mutation that was sent first after a record.
  package func first(after record: Int) -> (record: Int, revision: Int)? {
    let index = index(after: record)
    return index < entries.count ? entries[index] : nil
  }

  /// The index of the first entry behind a record.
  private func index(after record: Int) -> Int {
    if let last = entries.last, last.record <= record { return entries.count }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].record <= record { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
