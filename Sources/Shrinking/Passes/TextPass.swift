import Recording

/// Cuts texts: of documents when they are opened, of what is typed, of files. Blocks in braces first, then lines, then characters.
struct TextPass: ShrinkPass {
  let name = "texts"

  func run(_ search: inout Search) {
    var done: Set<Changes.TextSource> = []
    while !search.isOver, let source = sources(search.model).first(where: { !done.contains($0) }) {
      done.insert(source)
      // A file and a document that was opened from it are cut together, if they can be.
      let same = copies(of: source, search.model)
      if !same.isEmpty { shrink([source] + same, &search) }
      shrink([source], &search)
    }
  }

  private func shrink(_ sources: [Changes.TextSource], _ search: inout Search) {
    blocks(sources, &search)
    removeRanges(count: { TextPieces.lines(text(sources[0], $0.model)).count }, &search) { range, search in
      let lines = TextPieces.lines(text(sources[0], search.model))
      guard range.upperBound <= lines.count else { return false }
      return cut(sources, lines[range.lowerBound].lowerBound..<lines[range.upperBound - 1].upperBound, &search)
    }
    let count = TextPieces.characters(text(sources[0], search.model)).count
    removeRanges(
      smallest: max(1, count / Self.fineness), count: { TextPieces.characters(text(sources[0], $0.model)).count },
      &search
    ) { range, search in
      let pieces = TextPieces.characters(text(sources[0], search.model))
      guard range.upperBound <= pieces.count else { return false }
      return cut(sources, pieces[range.lowerBound].lowerBound..<pieces[range.upperBound - 1].upperBound, &search)
    }
  }

  /// So many parts of a text are looked at, at most, when it comes to characters.
  private static let fineness = 64

  private func blocks(_ sources: [Changes.TextSource], _ search: inout Search) {
    var index = 0
    while !search.isOver {
      let blocks = TextPieces.blocks(text(sources[0], search.model))
      guard index < blocks.count else { return }
      if !cut(sources, blocks[index], &search) { index += 1 }
    }
  }

  private func cut(_ sources: [Changes.TextSource], _ range: Range<Int>, _ search: inout Search) -> Bool {
    if range.isEmpty { return false }
    var changes = Changes()
    for source in sources { changes.cuts[source] = [range] }
    return search.consider(changes)
  }

  // MARK: Texts

  private func sources(_ model: SessionModel) -> [Changes.TextSource] {
    var found: [Changes.TextSource] = []
    for (index, step) in model.steps.enumerated() {
      switch step.act {
      case .open: found.append(.opened(step: index))
      case .change(_, let splices): found += splices.indices.map { .inserted(step: index, splice: $0) }
      default: continue
      }
    }
    return found + model.files.indices.map { .file($0) }
  }

  private func text(_ source: Changes.TextSource, _ model: SessionModel) -> [UInt8] {
    switch source {
    case .opened(let step):
      if model.steps.indices.contains(step), case .open(_, let text) = model.steps[step].act { return text }
    case .inserted(let step, let splice):
      if model.steps.indices.contains(step), case .change(_, let splices) = model.steps[step].act,
        splices.indices.contains(splice)
      {
        return splices[splice].inserted
      }
    case .file(let index):
      if model.files.indices.contains(index), case .captured(let bytes, _) = model.files[index].content { return bytes }
    }
    return []
  }

  private func copies(of source: Changes.TextSource, _ model: SessionModel) -> [Changes.TextSource] {
    guard case .opened(let step) = source, case .open(let document, let text) = model.steps[step].act else { return [] }
    let files = model.files.indices.filter { index in
      guard case .captured(let bytes, _) = model.files[index].content else { return false }
      return bytes == text && model.uri(of: model.files[index]) == document
    }
    return files.map { .file($0) }
  }
}

/// Parts of a text that can be left out, as ranges of bytes.
enum TextPieces {
  /// With their ends.
  static func lines(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(start..<(index + 1))
      start = index + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  /// Characters of Unicode, and line ends.
  static func characters(_ text: [UInt8]) -> [Range<Int>] {
    var starts = text.indices.filter { !CommonEnds.cuts(text[...], $0) }
    starts.append(text.count)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// From a line that opens a brace to the line that closes it; those that hold others first.
  static func blocks(_ text: [UInt8]) -> [Range<Int>] {
    var blocks: [(depth: Int, range: Range<Int>)] = []
    var starts: [Int] = []
    for line in lines(text) {
      for byte in text[line] {
        if byte == UInt8(ascii: "{") { starts.append(line.lowerBound) }
        if byte == UInt8(ascii: "}"), let start = starts.popLast() {
          blocks.append((starts.count, start..<line.upperBound))
        }
      }
    }
    return blocks.sorted { ($0.depth, $0.range.lowerBound) < ($1.depth, $1.range.lowerBound) }.map(\.range)
  }
}
