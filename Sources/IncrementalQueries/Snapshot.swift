internal import HashTreeCollections
internal import Synchronization

/// Of all inputs that were written, the value at one revision.
typealias InputCells = TreeDictionary<Slot, AnyCell>

/// All inputs as they were at one revision. A value that never changes: whoever holds it can ask it, whatever is written meanwhile.
package final class Snapshot: Sendable {
  package let revision: Revision
  let inputs: InputCells
  let changeTimes: ChangeTimes
  /// What was computed for this revision after the shared memos had moved on to a newer one.
  private let privateMemos = Mutex<[Slot: PrivateMemo]>([:])
  private let hasPrivateMemos = Atomic(false)

  init(revision: Revision, inputs: InputCells, changeTimes: ChangeTimes) {
    self.revision = revision
    self.inputs = inputs
    self.changeTimes = changeTimes
  }

  private struct PrivateMemo {
    let value: AnyValue
    let participants: [Slot]
    let height: UInt16
  }

  func privateAnswer(at slot: Slot, in context: QueryContext) -> Answer? {
    // Mostly there are none. One that comes in between is computed again.
    guard hasPrivateMemos.load(ordering: .acquiring) else { return nil }
    guard let memo = privateMemos.withLock({ $0[slot] }), context.mayUse(cycleOf: memo.participants) else { return nil }
    return Answer(value: memo.value, standing: .privately(at: revision, height: memo.height))
  }

  func keep(_ result: Memo.Result, at slot: Slot) {
    let height = result.evidence.standing.height + 1
    let memo = PrivateMemo(value: result.value, participants: result.participants, height: height)
    privateMemos.withLock { $0[slot] = memo }
    hasPrivateMemos.store(true, ordering: .releasing)
  }
}
