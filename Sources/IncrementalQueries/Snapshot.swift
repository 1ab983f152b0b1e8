internal import HashTreeCollections
internal import Synchronization

/// All inputs as they were at one revision. A value that never changes: whoever holds it can ask it, whatever is written meanwhile.
package final class Snapshot: Sendable {
  package let revision: Revision
  let inputs: TreeDictionary<Slot, AnyCell>
  let changeTimes: ChangeTimes
  /// What was computed for this revision after the shared memos had moved on to a newer one.
  private let privateMemos = Mutex<[Slot: AnyPrivateMemo]>([:])

  init(revision: Revision, inputs: TreeDictionary<Slot, AnyCell>, changeTimes: ChangeTimes) {
    self.revision = revision
    self.inputs = inputs
    self.changeTimes = changeTimes
  }

  func privateMemo<Value>(at slot: Slot, of type: Value.Type) -> PrivateMemo<Value>? {
    // The slot's table has one type of value.
    privateMemos.withLock { $0[slot] }.map { unsafeDowncast($0, to: PrivateMemo<Value>.self) }
  }

  func keep(_ memo: AnyPrivateMemo, at slot: Slot) {
    privateMemos.withLock { $0[slot] = memo }
  }
}

class AnyPrivateMemo: @unchecked Sendable {
  // Unchecked because a subclass cannot be checked through its base; all fields are constants.
}

final class PrivateMemo<Value: Sendable>: AnyPrivateMemo, @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
