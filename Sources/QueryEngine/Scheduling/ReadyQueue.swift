/// Computations that wait for a slot, by ticket: the lowest is next.
struct ReadyQueue: Sendable {
  private var entries: [(ticket: UInt64, computation: ComputationNumber)] = []

  var isEmpty: Bool { entries.isEmpty }
  /// Greater than any when nobody waits.
  var firstTicket: UInt64 { entries.first?.ticket ?? .max }

  mutating func insert(_ computation: ComputationNumber, ticket: UInt64) {
    var index = entries.count
    // New tickets are the highest; only what was interrupted comes with an older one.
    while index > 0, entries[index - 1].ticket > ticket { index -= 1 }
    entries.insert((ticket, computation), at: index)
  }

  mutating func popFirst() -> ComputationNumber? { entries.isEmpty ? nil : entries.removeFirst().computation }

  mutating func remove(_ computation: ComputationNumber) {
    if let index = entries.firstIndex(where: { $0.computation == computation }) { entries.remove(at: index) }
  }
}
