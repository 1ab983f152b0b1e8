/// How a job became ready. Kept in schedules, where it tells which job of a task is which after the code has changed.
enum Cause: UInt8 {
  /// It is the task's first.
  case spawned = 0x53
  /// By the task itself: it yielded, or came back from an actor.
  case itself = 0x49
  /// By what another task did.
  case other = 0x4f
  /// By time that passed.
  case time = 0x54
  /// It is an actor's, to run what waits for the actor.
  case actor = 0x41
  /// It is a yield's, to resume who yielded.
  case yield = 0x59
  /// No job: time passed although something was ready.
  case waited = 0x57
}

/// As what a job runs.
enum Context {
  /// Of a task that prefers the simulation's executor, or of an actor that such a task waits for. Each hop to an actor becomes a job.
  case preferring
  /// Of a plain task: it has no preference, so it must be kept from calling actors without a job.
  case plain
  case mainActor
}

/// A job that may run.
struct Candidate {
  var handle: UnownedJob
  /// By which it is known again in another run, even of code that has changed a little.
  var identity: UInt64
  /// The task's; of an actor's job, that of the task that enqueued it.
  var owner: UInt64
  /// The order in which jobs became ready.
  var sequence: UInt64
  /// The step.
  var readySince: Int
  /// Nanoseconds of the run's time.
  var readyAt: Int64
  /// In the table of tasks; of an actor's job, the task that enqueued it.
  var task: Int32
  /// How many jobs that task had before.
  var job: UInt32
  var cause: Cause
  var context: Context
}

/// The jobs that may run, in the order in which they became ready. Schedulers hold places in it.
///
/// A doubly linked list in an array: any of them is taken out in constant time, and no scheduler need keep the order.
struct ReadyList {
  typealias Place = Int32

  private struct Slot {
    var candidate: Candidate
    var previous: Place
    var next: Place
  }

  private var slots: [Slot] = []
  /// Slots that are free, linked by `next`.
  private var free: Place = -1
  /// The place of what became ready first; -1 for none.
  private(set) var first: Place = -1
  private var last: Place = -1
  private(set) var count = 0

  init() { slots.reserveCapacity(32) }

  subscript(place: Place) -> Candidate { slots[Int(place)].candidate }

  func next(after place: Place) -> Place { slots[Int(place)].next }

  mutating func add(_ candidate: Candidate) -> Place {
    let slot = Slot(candidate: candidate, previous: last, next: -1)
    let place: Place
    if free >= 0 {
      place = free
      free = slots[Int(place)].next
      slots[Int(place)] = slot
    } else {
      place = Place(slots.count)
      slots.append(slot)
    }
    if last >= 0 { slots[Int(last)].next = place } else { first = place }
    last = place
    count += 1
    return place
  }

  mutating func take(_ place: Place) -> Candidate {
    let slot = slots[Int(place)]
    if slot.previous >= 0 { slots[Int(slot.previous)].next = slot.next } else { first = slot.next }
    if slot.next >= 0 { slots[Int(slot.next)].previous = slot.previous } else { last = slot.previous }
    slots[Int(place)].next = free
    free = place
    count -= 1
    return slot.candidate
  }
}
