import IncrementalQueries
import PikeAnalysis
import QueryEngine

/// Work that is counted exactly: the same on any machine, for the same code and corpus.
package struct WorkCounters: Sendable, Equatable {
  package var executed = 0
  package var validated = 0
  package var reused = 0
  package var tokens = 0
  package var uses = 0
  package var items = 0

  mutating func add(_ metrics: QueryMetrics) {
    for (_, counts) in metrics.queries {
      executed += counts.executed
      validated += counts.validated
      reused += counts.reused
    }
    tokens += metrics.work[.tokens]
    uses += metrics.work[.uses]
    items += metrics.work[.items]
  }

  /// By name, in the order of reports.
  package var named: [(name: String, value: Int)] {
    [
      ("queriesExecuted", executed), ("memosValidated", validated), ("memosReused", reused), ("tokensLexed", tokens),
      ("namesResolved", uses), ("itemsMade", items),
    ]
  }
}
