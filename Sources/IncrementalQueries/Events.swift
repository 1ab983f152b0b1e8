/// What a database did, in the order in which it did it.
package enum QueryEvent: Sendable, Equatable {
  case executed(query: String, key: String)
  /// All that it depends on is as it was.
  case validated(query: String, key: String)
  case reused(query: String, key: String)
  /// Executed, and the value is the same as before, so that nobody above needs to run.
  case backdated(query: String, key: String)
  case evicted(query: String, key: String)
  case removed(query: String, key: String)
  case cycle([String])
}

/// How often a query did what.
package struct QueryCounts: Sendable, Equatable {
  package var executed = 0
  package var validated = 0
  package var reused = 0
  package var backdated = 0

  package init(executed: Int = 0, validated: Int = 0, reused: Int = 0, backdated: Int = 0) {
    self.executed = executed
    self.validated = validated
    self.reused = reused
    self.backdated = backdated
  }

  package static func + (left: QueryCounts, right: QueryCounts) -> QueryCounts {
    QueryCounts(
      executed: left.executed + right.executed, validated: left.validated + right.validated,
      reused: left.reused + right.reused, backdated: left.backdated + right.backdated)
  }
}
