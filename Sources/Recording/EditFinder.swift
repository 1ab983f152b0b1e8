/// Finds the edit that makes a content of the earlier ones of its kind.
struct EditFinder {
  /// Larger contents are not compared: the memory that takes would not be bounded well.
  static let longest = 4 << 20
  /// How many contents are kept as symbols.
  private static let kept = 16
  private static let keptSymbols = 2 << 20

  private var blocks = BlockTable()
  /// Contents as symbols, by number; the least recently used are let go.
  private var cache: [Int: Symbols] = [:]
  private var recency: [Int] = []

  /// - Parameters:
  ///   - index: the number, within the kind, of the content that this one is likened to.
  ///   - count: the number that the content itself will have.
  mutating func edit(
    _ content: [UInt8], symbols target: Symbols, like index: Int, count: Int, window: ContentWindow,
    kind: ContentWindow.Kind
  ) -> Edit? {
    guard let likened = self.symbols(index, window, kind), let start = window.content(index, kind: kind)?.start else {
      return nil
    }
    var alignment = Alignment(of: target, with: index, likened)
    let blocks = blocks
    let stretches = alignment.stretches(blocks: blocks) { symbols($0, window, kind) }
    var edit = Edit(back: count - index)
    var position = start
    var end = 0
    for stretch in stretches {
      guard let source = window.content(stretch.content, kind: kind),
        let sourceSymbols = self.symbols(stretch.content, window, kind)
      else { return nil }
      let range = target.place(stretch.target..<(stretch.target + stretch.count))
      let place = sourceSymbols.place(stretch.source..<(stretch.source + stretch.count))
      edit.append(literal: content[end..<range.lowerBound], position: &position)
      edit.append(copying: (place.lowerBound + source.start)..<(place.upperBound + source.start), position: &position)
      edit.appendNumbers(base: source.bytes[place], content: content[range])
      end = range.upperBound
    }
    edit.append(literal: content[end...], position: &position)
    edit.trim()
    return edit
  }

  /// Makes a content known to later searches.
  mutating func add(_ symbols: Symbols, index: Int) {
    blocks.add(symbols, content: index)
    keep(symbols, index: index)
  }

  private mutating func symbols(_ index: Int, _ window: ContentWindow, _ kind: ContentWindow.Kind) -> Symbols? {
    if let known = cache[index] { return known }
    guard let content = window.content(index, kind: kind), content.bytes.count <= Self.longest,
      let made = Symbols(content.bytes)
    else { return nil }
    keep(made, index: index)
    return made
  }

  private mutating func keep(_ symbols: Symbols, index: Int) {
    recency.removeAll { $0 == index }
    recency.append(index)
    cache[index] = symbols
    while recency.count > 1,
      recency.count > Self.kept || cache.values.reduce(0, { $0 + $1.bytes.count }) > Self.keptSymbols
    { cache[recency.removeFirst()] = nil }
  }
}

extension Edit {
  /// Adds bytes after the last stretch.
  fileprivate mutating func append(literal: ArraySlice<UInt8>, position: inout Int) {
    guard !literal.isEmpty else { return }
    if copy.isEmpty { append(skip: 0, copy: 0) }
    add[add.count - 1] = literal.count
    added += literal
    position += literal.count
  }

  fileprivate mutating func append(copying source: Range<Int>, position: inout Int) {
    append(skip: source.lowerBound - position, copy: source.count)
    position = source.upperBound
  }

  private mutating func append(skip: Int, copy: Int) {
    self.skip.append(skip)
    self.copy.append(copy)
    add.append(0)
  }

  /// Notes what is to be added to each number of the base's stretch to make the content's.
  ///
  /// The stretch is looked at by itself, as a reader will: at its ends it may show numbers that are none in the whole
  /// content. There both sides have the same digits.
  fileprivate mutating func appendNumbers(base: ArraySlice<UInt8>, content: ArraySlice<UInt8>) {
    base.withUnsafeBufferPointer { base in
      content.withUnsafeBufferPointer { content in
        // How far the content is ahead of the base at the place looked at.
        var shift = 0
        NumberTokens.forEach(in: base) { place, value in
          var index = place.lowerBound + shift
          var other = 0
          while index < content.count, NumberTokens.isDigit(content[index]) {
            other = other &* 10 &+ Int(content[index] &- 0x30)
            index += 1
          }
          plus.append(other - value)
          shift = index - place.upperBound
        }
      }
    }
  }

  /// Leaves out what a reader takes for granted.
  fileprivate mutating func trim() {
    while plus.last == 0 { plus.removeLast() }
    if skip.allSatisfy({ $0 == 0 }) { skip = [] }
  }
}
