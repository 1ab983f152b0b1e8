import PikeAnalysis

/// Lists the Pike files under some roots: no folders that begin with a dot, none twice, bounded in number and depth.
struct WorkspaceCrawl: Sendable {
  let files: any FileAccess
  let fileLimit: Int
  let depthLimit: Int
  /// Sorted, without repetition.
  private(set) var found: [FileID] = []
  private(set) var isTruncated = false
  private var seen: Set<FileStat> = []

  init(files: any FileAccess, fileLimit: Int, depthLimit: Int) {
    self.files = files
    self.fileLimit = fileLimit
    self.depthLimit = depthLimit
  }

  /// Asks before each directory whether it is still wanted.
  mutating func run(_ roots: [String], while isWanted: () -> Bool) async {
    var pending = roots.map { (path: $0, depth: 0) }
    var next = 0
    while next < pending.count, isWanted() {
      let (path, depth) = pending[next]
      next += 1
      guard await isNew(path), let listing = await files.list(path) else { continue }
      for name in listing.files where FilePath.isPikeFile(name) {
        if found.count < fileLimit { found.append(FileID("\(path)/\(name)")) } else { isTruncated = true }
      }
      for name in listing.directories where !name.hasPrefix(".") {
        if depth < depthLimit, pending.count < fileLimit {
          pending.append(("\(path)/\(name)", depth + 1))
        } else {
          isTruncated = true
        }
      }
      // Listing may block its thread; whoever waits for one gets it here.
      await Task.yield()
    }
    sortFound()
  }

  private mutating func isNew(_ directory: String) async -> Bool {
    guard var identity = await files.identity(ofDirectory: directory) else { return true }
    // Its content may change while we look; it is the same directory all the same.
    (identity.size, identity.modificationTime) = (0, 0)
    return seen.insert(identity).inserted
  }

  private mutating func sortFound() {
    // Roots may lie within each other.
    found.sort()
    var last: FileID?
    found.removeAll { file in
      defer { last = file }
      return file == last
    }
  }
}
