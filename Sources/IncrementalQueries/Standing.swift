/// What is known about a value besides the value; of several values together, what holds for all of them.
struct Standing: Sendable {
  /// When the value became what it is; whoever used it later has used the same one.
  var changedAt: Revision
  /// The value holds since then. (A backdated value may be older, with another one in between, so that `changedAt` does not say it.)
  var validFrom: Revision
  /// The least of all inputs'.
  var durability: Durability
  /// It is not in the table that all revisions share, since a newer revision's is.
  var isPrivate = false
  /// How deep the queries were nested that it took.
  var height: UInt16 = 0

  /// Of what depends on nothing.
  static let constant = Standing(changedAt: .origin, validFrom: .origin, durability: .high)

  /// Of what only one revision knows: for whoever compares it with an earlier revision, it has changed.
  static func privately(at revision: Revision, height: UInt16) -> Standing {
    Standing(changedAt: revision, validFrom: revision, durability: .low, isPrivate: true, height: height)
  }

  mutating func include(_ other: Standing) {
    changedAt = max(changedAt, other.changedAt)
    validFrom = max(validFrom, other.validFrom)
    durability = min(durability, other.durability)
    isPrivate = isPrivate || other.isPrivate
    height = max(height, other.height)
  }
}

/// What an execution has read.
struct Evidence: Sendable {
  /// In the order in which they were read first.
  let dependencies: [Slot]
  let standing: Standing
}
