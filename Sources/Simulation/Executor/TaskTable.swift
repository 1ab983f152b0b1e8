/// A task as the simulation knows it: by where it comes from, not by an address or a number of the process.
struct TaskRecord {
  /// The same in each run as long as the tasks before it do not start more or fewer tasks.
  var identity: UInt64
  /// Nil for the name of the parent with an ordinal. Several may have the same, which are told apart by ``namesake``.
  var givenName: String?
  /// How many tasks before it were given the same name.
  var namesake = 0
  var parent: Int
  /// Which child of its parent it is.
  var ordinal: Int
  var childCount = 0
  /// Jobs enqueued so far.
  var jobCount: UInt32 = 0
  var lastStep = -1
  /// Of the innermost last.
  var waitsFor: [String] = []
  var isWaitingForClock = false
  /// Whether its end will be noticed: so it is of the body and of tasks started by `spawn`.
  var isWatched = false
  var hasEnded = false
  /// Nil when it cannot be cancelled, or has ended.
  var cancel: (@Sendable () -> Void)?

  var waits: Bool { isWaitingForClock || !waitsFor.isEmpty }
}

/// The tasks of a run in the order in which they were first seen; the first is the body.
struct TaskTable {
  private(set) var records: [TaskRecord] = []
  private var indices = TaskIndices()
  private var nameCounts: [String: Int] = [:]

  subscript(index: Int) -> TaskRecord {
    get { records[index] }
    _modify { yield &records[index] }
  }

  /// The task with that number of the process, if it was seen before.
  @inline(__always)
  func index(of id: UInt64) -> Int? { indices[id] }

  /// A task that is new.
  mutating func add(_ id: UInt64, parent: Int, name: String?, isWatched: Bool) -> Int {
    let index = records.count
    records.append(makeRecord(parent: parent, name: name, isWatched: isWatched))
    indices.add(id, index)
    return index
  }

  private mutating func makeRecord(parent: Int, name: String?, isWatched: Bool) -> TaskRecord {
    if let name {
      let ordinal = nameCounts[name, default: 0]
      nameCounts[name] = ordinal + 1
      let identity = Mixer.mix(Mixer.hash(of: name), UInt64(ordinal))
      return TaskRecord(
        identity: identity, givenName: name, namesake: ordinal, parent: parent, ordinal: ordinal, isWatched: isWatched)
    }
    guard parent >= 0 else {
      // From outside, or by what no task of ours does.
      return TaskRecord(identity: Mixer.mix(UInt64(records.count)), givenName: "stranger", parent: -1, ordinal: 0)
    }
    let ordinal = records[parent].childCount
    records[parent].childCount += 1
    return TaskRecord(
      identity: Mixer.mix(records[parent].identity, UInt64(ordinal) &+ 1), parent: parent, ordinal: ordinal)
  }

  func name(of index: Int) -> String {
    guard index >= 0 else { return "outside" }
    if let name = records[index].givenName {
      return records[index].namesake == 0 ? name : "\(name)#\(records[index].namesake + 1)"
    }
    return "\(name(of: records[index].parent)).\(records[index].ordinal + 1)"
  }
}

/// From the process's numbers of tasks to ours: a hash table with linear probing, since each job is looked up.
private struct TaskIndices {
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var values: [Int32] = Array(repeating: 0, count: 64)
  private var count = 0
  private var mask = 63

  @inline(__always)
  private func home(of id: UInt64) -> Int { Int(truncatingIfNeeded: (id &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask }

  subscript(id: UInt64) -> Int? {
    @inline(__always)
    get {
      var place = home(of: id)
      while keys[place] != 0 {
        if keys[place] == id { return Int(values[place]) }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  mutating func add(_ id: UInt64, _ index: Int) {
    if count * 2 >= mask { grow() }
    insert(id, Int32(index))
    count += 1
  }

  private mutating func insert(_ id: UInt64, _ index: Int32) {
    var place = home(of: id)
    while keys[place] != 0 { place = (place + 1) & mask }
    (keys[place], values[place]) = (id, index)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    mask = mask * 2 + 1
    keys = Array(repeating: 0, count: mask + 1)
    values = Array(repeating: 0, count: mask + 1)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 { insert(key, value) }
  }
}
