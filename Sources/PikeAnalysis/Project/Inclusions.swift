internal import IncrementalQueries

/// A file and all that it includes, over however many others.
struct Inclusions {
  private(set) var files: Set<FileID>
  private var included: [FileID: Set<FileID>] = [:]
  private var isComplete = true

  private static let fileLimit = 2_000
  private static let depthLimit = 24

  init(of file: FileID, _ context: QueryContext) throws(QueryInterruption) {
    files = [file]
    var open = [file]
    while let next = open.popLast() {
      guard files.count < Self.fileLimit else {
        isComplete = false
        return
      }
      let inner = Set(try context.get(IncludesQuery.self, next).values)
      included[next] = inner
      for file in inner where files.insert(file).inserted { open.append(file) }
    }
  }

  /// Whether no row of files, of which each includes the next one, is long. It is a property of the file, whoever asks; what it
  /// includes has it, too.
  var areShallow: Bool {
    guard isComplete else { return false }
    if files.count <= Self.depthLimit { return true }
    // Those that include nothing that is left are taken away, so many times as a row may be long.
    var left = included
    for _ in 0..<Self.depthLimit {
      let leaves = Set(left.keys.filter { left[$0]?.isEmpty ?? true })
      if leaves.isEmpty { break }
      left = left.filter { !leaves.contains($0.key) }.mapValues { $0.subtracting(leaves) }
    }
    return left.isEmpty
  }
}
