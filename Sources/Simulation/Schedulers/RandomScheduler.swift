/// Any of those that are ready, with equal probability.
final class RandomScheduler: Scheduler {
  @exclusivity(unchecked) private var places: [ReadyList.Place] = []
  @exclusivity(unchecked) private var state: UInt64

  init(seed: UInt64) { state = Mixer.mix(seed, 0x72_61_6e_64) }

  var count: Int { places.count }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) { places.append(place) }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? {
    state = Mixer.mix(state)
    let index = Mixer.bounded(state, places.count)
    let place = places[index]
    places[index] = places[places.count - 1]
    places.removeLast()
    return place
  }
}
