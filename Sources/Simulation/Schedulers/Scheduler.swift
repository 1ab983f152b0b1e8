/// Decides what runs next. A class, since one is asked through an existential a million times a second.
protocol Scheduler: AnyObject {
  /// The candidate lies at that place of the list of what is ready.
  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate)

  /// Decides what runs next. Asked only when something is ready; what it answers is taken out.
  ///
  /// - Parameters:
  ///   - ready: in the order in which it became ready.
  ///   - step: how many jobs have run.
  ///   - mayWait: whether time can move on instead.
  /// - Returns: nil to let time move on first, if it may.
  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place?
}
