/// Points at which a test world can make a database wrong, to see whether it is noticed. No command sets it, and without it each point
/// is a comparison with nil.
///
/// Queries and inputs are told apart by their names. Each is called on the thread of an evaluation, with no lock held.
package protocol QuerySabotage: AnyObject, Sendable {
  /// Whether a memo of the query is taken for valid although something that it depends on has changed.
  func holdsAnyway(_ query: String) -> Bool
  /// Whether it is forgotten that the query has read the other one, or the input, as so manieth.
  func losesEdge(from query: String, to other: String, position: Int) -> Bool
  /// Whether a new value of the query is taken for the same as the one before.
  func takesForSame(_ query: String) -> Bool
  /// Whether the input is read as it is now, not as it was at the evaluation's revision.
  func readsNewest(_ input: String) -> Bool
}

extension QuerySabotage {
  package func holdsAnyway(_ query: String) -> Bool { false }
  package func losesEdge(from query: String, to other: String, position: Int) -> Bool { false }
  package func takesForSame(_ query: String) -> Bool { false }
  package func readsNewest(_ input: String) -> Bool { false }
}
