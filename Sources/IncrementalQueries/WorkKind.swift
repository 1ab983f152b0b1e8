/// A unit of work that a query did besides running: a token read, a node built. The same on any machine.
package struct WorkKind: Hashable, Sendable {
  /// Below ``WorkAmounts/kindCount``.
  package let index: Int

  package init(index: Int) {
    precondition((0..<WorkAmounts.kindCount).contains(index), "there are \(WorkAmounts.kindCount) kinds of work")
    self.index = index
  }
}

/// How much of each kind was done.
package struct WorkAmounts: Sendable, Equatable {
  package static let kindCount = 8
  private var amounts = SIMD8<Int>(repeating: 0)

  package init() {}

  package subscript(kind: WorkKind) -> Int {
    get { amounts[kind.index] }
    set { amounts[kind.index] = newValue }
  }

  package static func + (left: WorkAmounts, right: WorkAmounts) -> WorkAmounts {
    var sum = left
    sum.amounts &+= right.amounts
    return sum
  }
}
