internal import IncrementalQueries
internal import PikeSyntax

/// `workspace/symbol`: the declarations of the workspace's files whose names fit, the best first.
struct WorkspaceSymbolsSearch: Sendable {
  private let matcher: NameMatcher
  /// What must stand around the name, when dots were typed.
  private let container: String?
  private let limit: Int
  private let encoding: PositionEncoding
  private var files: [FileID]?
  private var next = 0
  private var best: BestMatches

  private static let filesPerStep = 64
  /// More are of no use to anybody.
  private static let resultLimit = 10_000

  init(_ text: String, limit: Int, _ encoding: PositionEncoding) {
    let parts = text.filter { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false)
    matcher = NameMatcher(parts.last ?? "")
    container = parts.count > 1 ? parts.dropLast().joined(separator: ".").lowercased() : nil
    self.limit = min(max(limit, 0), Self.resultLimit)
    self.encoding = encoding
    best = BestMatches(limit: self.limit)
  }

  /// Nil when it is not finished. A step that is interrupted leaves all as it was.
  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard let files else {
      self.files = try context.input(WorkspaceFilesInput.self, .whole)
      return limit == 0 ? .workspaceSymbols([]) : nil
    }
    guard next < files.count else { return .workspaceSymbols(try symbols(of: best.ranked, files, in: context)) }
    let end = min(next + Self.filesPerStep, files.count)
    // Whatever is missing is found out before anything is noted.
    var all: [(index: Int, symbols: FileSymbols)] = []
    for index in next..<end {
      if let symbols = try context.get(FileSymbolsQuery.self, files[index]) { all.append((index, symbols)) }
    }
    for (index, symbols) in all { search(symbols, file: index) }
    next = end
    return nil
  }

  private mutating func search(_ symbols: FileSymbols, file: Int) {
    symbols.bytes.withUnsafeBufferPointer { bytes in
      for (index, entry) in symbols.entries.enumerated() {
        let name = UnsafeBufferPointer(rebasing: bytes[entry.nameBytes])
        guard let rank = matcher.rank(name, letters: entry.letters), isInContainer(entry) else { continue }
        best.add(rank, length: name.count, file: file, entry: index)
      }
    }
  }

  private func isInContainer(_ entry: FileSymbols.Entry) -> Bool {
    guard let container, !container.isEmpty else { return true }
    guard let own = entry.container?.lowercased() else { return false }
    return own == container || own.hasSuffix(".\(container)")
  }

  private func symbols(
    of matches: [BestMatches.Match], _ files: [FileID], in context: QueryContext
  ) throws(QueryInterruption) -> [WorkspaceSymbol] {
    var result: [WorkspaceSymbol] = []
    for match in matches {
      let file = files[match.file]
      // Both were there a step ago, in the same snapshot.
      guard let symbols = try context.get(FileSymbolsQuery.self, file),
        let source = try context.input(SourceInput.self, file)
      else { continue }
      let entry = symbols.entries[match.entry]
      let range = FilePositions(source, encoding: encoding).range(entry.range)
      result.append(
        WorkspaceSymbol(
          name: entry.name, kind: entry.kind, container: entry.container, location: Location(file: file, range: range)))
    }
    return result
  }
}

/// The best of many matches: by rank, then the shorter name, then the order of the files and in them.
struct BestMatches: Sendable {
  struct Match: Sendable {
    /// Rank and length in one number.
    let quality: UInt32
    let file: Int
    let entry: Int

    func isBefore(_ other: Match) -> Bool {
      (quality, file, entry) < (other.quality, other.file, other.entry)
    }
  }

  private let limit: Int
  private var matches: [Match] = []
  /// Nothing that is worse than this is among the best.
  private var worst: Match?

  init(limit: Int) { self.limit = limit }

  mutating func add(_ rank: NameMatcher.Rank, length: Int, file: Int, entry: Int) {
    let match = Match(
      quality: UInt32(rank.rawValue) << 16 | UInt32(min(length, 0xFFFF)), file: file, entry: entry)
    if let worst, worst.isBefore(match) { return }
    matches.append(match)
    // Sorted now and then only, so that each match costs little.
    if matches.count >= max(4 * limit, 64) { trim() }
  }

  var ranked: [Match] {
    var copy = self
    copy.trim()
    return copy.matches
  }

  private mutating func trim() {
    matches.sort { $0.isBefore($1) }
    guard matches.count > limit else { return }
    matches.removeLast(matches.count - limit)
    worst = matches.last
  }
}
