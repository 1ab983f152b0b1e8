import Replay
import Simulation

/// Leaves out faults; makes those that are needed rarer, and shorter.
struct FaultPass: ShrinkPass {
  let name = "faults"

  func run(_ search: inout Search) {
    for place in search.best.options.faults.keys.sorted() {
      var index = (search.best.options.faults[place]?.count ?? 0) - 1
      while index >= 0, !search.isOver {
        if !remove(index, at: place, &search) { lower(index, at: place, &search) }
        index = min(index, search.best.options.faults[place]?.count ?? 0) - 1
      }
    }
  }

  private func remove(_ index: Int, at place: String, _ search: inout Search) -> Bool {
    var options = search.best.options
    options.faults[place]?.remove(at: index)
    if options.faults[place]?.isEmpty == true { options.faults[place] = nil }
    return search.consider(options)
  }

  private func lower(_ index: Int, at place: String, _ search: inout Search) {
    while let rule = search.best.options.faults[place]?[index], rule.rate > Self.lowest, !search.isOver {
      var options = search.best.options
      options.faults[place]?[index].rate = rule.rate / 2
      if !search.consider(options) { break }
    }
    while let rule = search.best.options.faults[place]?[index], case .stall(let time) = rule.fault,
      time > .milliseconds(1), !search.isOver
    {
      var options = search.best.options
      // Whole milliseconds, as they are written.
      options.faults[place]?[index].fault = .stall(.milliseconds(time / .milliseconds(2)))
      if !search.consider(options) { break }
    }
  }

  /// In a million.
  private static let lowest = 1000
}
