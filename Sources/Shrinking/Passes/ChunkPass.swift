import Transcript

/// Leaves out ranges of messages, which are ranges of time. Documents that are used later stay open.
struct ChunkPass: ShrinkPass {
  let name: String
  let smallest: Int

  /// What a long session needs first: a run of a long session costs more than many of a short one.
  static let coarse = ChunkPass(name: "long ranges of messages", smallest: 32)
  static let fine = ChunkPass(name: "ranges of messages", smallest: 2)

  func run(_ search: inout Search) {
    removeRanges(smallest: smallest, count: { $0.model.steps.count }, &search) { range, search in
      let removable = search.model.removable(in: range)
      return !removable.isEmpty && search.consider(.dropping(removable))
    }
  }
}

extension SessionModel {
  /// Of a range of messages, those that a session can do without although the others stay.
  func removable(in range: Range<Int>) -> [Int] {
    var usedLater: Set<String> = []
    for step in steps[range.upperBound...] {
      if let document = step.document { usedLater.insert(document) }
    }
    return range.filter { index in
      if case .open(let document, _) = steps[index].act, usedLater.contains(document) { return false }
      return steps[index].isRemovable
    }
  }
}

extension Step {
  /// Whether a legal client can do without it. Nothing is said to a server that was not initialized.
  var isRemovable: Bool { method != Method.initialize && method != Method.initialized }
}
