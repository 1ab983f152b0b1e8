/// A task as the simulation knows it: by where it comes from, not by an address or a number of the process.
struct TaskRecord {
  /// The same in each run as long as the tasks before it do not start more or fewer tasks.
  var identity: UInt64
  /// Nil for the name of the parent with an ordinal.
  var givenName: String?
  var parent: Int
  /// Which child of its parent it is.
  var ordinal: Int
  var childCount = 0
  /// Jobs enqueued so far.
  var jobCount = 0
  var lastStep = -1
  var waitsFor: String?
  var isWaitingForClock = false
  var hasEnded = false
}

/// The tasks of a run in the order in which they were first seen; the first is the body.
struct TaskTable {
  private(set) var records: [TaskRecord] = []
  private var indices: [UInt64: Int] = [:]
  private var lastID: UInt64 = 0
  private var lastIndex = -1
  private var nameCounts: [String: Int] = [:]

  subscript(index: Int) -> TaskRecord {
    get { records[index] }
    _modify { yield &records[index] }
  }

  /// The task with that number of the process, made as a child of `parent` if it is new.
  mutating func index(of id: UInt64, parent: Int, name: String?) -> Int {
    if id == lastID { return lastIndex }
    if let known = indices[id] {
      (lastID, lastIndex) = (id, known)
      return known
    }
    let index = records.count
    records.append(makeRecord(parent: parent, name: name))
    indices[id] = index
    (lastID, lastIndex) = (id, index)
    return index
  }

  private mutating func makeRecord(parent: Int, name: String?) -> TaskRecord {
    guard parent >= 0 else {
      return TaskRecord(identity: Mixer.hash(of: name ?? "body"), givenName: name ?? "body", parent: -1, ordinal: 0)
    }
    if let name {
      let ordinal = nameCounts[name, default: 0]
      nameCounts[name] = ordinal + 1
      let identity = Mixer.mix(Mixer.hash(of: name), UInt64(ordinal))
      return TaskRecord(
        identity: identity, givenName: ordinal == 0 ? name : "\(name)#\(ordinal + 1)", parent: parent, ordinal: ordinal)
    }
    let ordinal = records[parent].childCount
    records[parent].childCount += 1
    return TaskRecord(
      identity: Mixer.mix(records[parent].identity, UInt64(ordinal) &+ 1), parent: parent, ordinal: ordinal)
  }

  func name(of index: Int) -> String {
    guard index >= 0 else { return "outside" }
    if let name = records[index].givenName { return name }
    return "\(name(of: records[index].parent)).\(records[index].ordinal + 1)"
  }
}
