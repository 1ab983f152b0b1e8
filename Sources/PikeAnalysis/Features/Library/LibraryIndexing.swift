internal import IncrementalQueries
internal import PikeSyntax

/// Makes the item trees of the installed library, some files a step, so that later questions find them.
struct LibraryIndexing: Sendable {
  /// Directories that are still to be listed, the next one last; nil before the beginning.
  private var directories: [String]?
  private var files: [FileID] = []
  private var indexed = 0

  /// In one step, files are read until so many bytes of text were looked at.
  private static let bytesPerStep = 1 << 15
  private static let directoriesPerStep = 16

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    var next = self
    let isFinished = try next.advance(in: context)
    self = next
    return isFinished ? .libraryIndex(fileCount: indexed) : nil
  }

  private mutating func advance(in context: QueryContext) throws(QueryInterruption) -> Bool {
    guard let directories else {
      let roots = try context.input(ProjectInput.self, .whole).libraryRoots
      self.directories = Self.outermost(roots).reversed()
      return false
    }
    if files.isEmpty {
      try list(directories, in: context)
      return files.isEmpty && (self.directories ?? []).isEmpty
    }
    var bytes = 0
    while let file = files.last, bytes < Self.bytesPerStep {
      if let source = try context.input(SourceInput.self, file) {
        bytes += source.text.count
        _ = try context.get(ItemTreeQuery.self, file)
        indexed += 1
      }
      files.removeLast()
    }
    return files.isEmpty && directories.isEmpty
  }

  /// Some directories at once, so that a step costs little more than the looks into them.
  private mutating func list(_ directories: [String], in context: QueryContext) throws(QueryInterruption) {
    var rest = directories
    var count = 0
    while let directory = rest.last, count < Self.directoriesPerStep, files.isEmpty {
      let listing = try context.input(DirectoryInput.self, directory)
      rest.removeLast()
      count += 1
      guard let listing else { continue }
      rest += listing.directories.reversed().map { "\(directory)/\($0)" }
      files = listing.files.filter(Self.isPike).reversed().map { FileID("\(directory)/\($0)") }
    }
    self.directories = rest
  }

  /// Without those that lie in others, so that each file counts once.
  private static func outermost(_ roots: [String]) -> [String] {
    var result: [String] = []
    for root in roots where !result.contains(root) {
      if !roots.contains(where: { root.hasPrefix("\($0)/") }) { result.append(root) }
    }
    return result
  }

  private static func isPike(_ name: String) -> Bool { name.hasSuffix(".pike") || name.hasSuffix(".pmod") }
}
