/// How far types have been followed from one to the next: a name leads to a variable, whose type is a name, which leads to another one; and
/// code that is being typed leads round in circles, or to unions of unions.
struct TypeWalk {
  /// How much may be looked at in all, whatever the way.
  private final class Budget {
    var left = 1000
  }

  private static let depthLimit = 24

  private var depth = 0
  /// From the first step on, so that each question has its own.
  private var budget: Budget?

  /// One step further; nil when that is too far.
  func next() -> TypeWalk? {
    var further = self
    let budget = budget ?? Budget()
    guard depth < Self.depthLimit, budget.left > 0 else { return nil }
    budget.left -= 1
    further.budget = budget
    further.depth += 1
    return further
  }
}
