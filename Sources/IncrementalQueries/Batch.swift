internal import HashTreeCollections

/// Changes that become one revision.
package struct Batch: ~Copyable {
  private let database: Database
  private var inputs: InputCells
  private var changeTimes: ChangeTimes
  /// The revision in the making.
  package let revision: Revision

  init(database: Database, base: Snapshot) {
    self.database = database
    inputs = base.inputs
    changeTimes = base.changeTimes
    revision = base.revision.next
  }

  /// Counts as a change even if the value is the one that was there.
  package mutating func set<I: Input>(_ input: I.Type, _ key: I.Key, _ value: I.Value, durability: Durability = .low) {
    let table = database.table(of: input)
    let slot = table.slot(of: key)
    // One that was durable and is not any more is a change of a durable input.
    let old = table.durabilityBeforeWriting(slot, in: inputs, durability: durability)
    changeTimes.note(max(old, durability), at: revision)
    inputs[slot] = Cell(value, changedAt: revision, durability: durability)
  }

  /// What the input is at this point of the batch.
  package func value<I: Input>(_ input: I.Type, _ key: I.Key) -> I.Value? {
    let table = database.table(of: input)
    return table.cell(at: table.slot(of: key), in: inputs)?.of(I.Value.self).value
  }

  var snapshot: Snapshot { Snapshot(revision: revision, inputs: inputs, changeTimes: changeTimes) }
}
