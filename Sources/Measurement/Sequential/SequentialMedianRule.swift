/// The obvious rule, shown beside ours and never used: measure base, then measure target, and compare the medians.
///
/// On shared machines it raises a false alarm in about one of three comparisons of a program with itself, since the two blocks meet
/// different phases of the machine and different processes. It is applied to samples that were taken in pairs by taking base from one
/// restart and target from the one after it.
package enum SequentialMedianRule {
  /// For each restart and the one after it, whether the rule would have failed the change.
  package static func verdicts(_ restarts: [PairedSamples], share: Double) -> [Bool] {
    zip(restarts, restarts.dropFirst()).map { earlier, later in
      OrderStatistics.median(later.target) > (1 + share) * OrderStatistics.median(earlier.base)
    }
  }
}
