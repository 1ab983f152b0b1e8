import Transcript

/// Leaves out ranges of messages, which are ranges of time.
struct ChunkPass: ShrinkPass {
  let name = "ranges of messages"

  func run(_ search: inout Search) {
    removeRanges(smallest: 2, count: { $0.model.steps.count }, &search) { range, search in
      let removable = range.filter { search.model.steps[$0].isRemovable }
      return !removable.isEmpty && search.consider(.dropping(removable))
    }
  }
}

extension Step {
  /// Whether a legal client can do without it. Nothing is said to a server that was not initialized.
  var isRemovable: Bool { method != Method.initialize && method != Method.initialized }
}
