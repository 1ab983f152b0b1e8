/// Finds edits that make a content of the earlier ones of its kind.
struct EditFinder {
  /// Larger contents are not compared: the memory that takes would not be bounded well.
  static let longest = 4 << 20

  private var index = TokenIndex()

  /// The edit that makes `content`, which will be number `count` of its kind and is probably like number `like`; nil when
  /// hashes deceived.
  mutating func edit(
    _ content: [UInt8], tokens: Tokens, like: Int?, count: Int, window: inout ContentWindow, kind: ContentWindow.Kind
  ) -> Edit? {
    var sources = window
    let stretches = withoutActuallyEscaping({ sources.tokens($0, kind: kind) }) { contents in
      var alignment = Alignment(of: tokens, like: like, index: index, contents: contents)
      return alignment.stretches()
    }
    window = sources
    var builder = EditBuilder(content: content, tokens: tokens, count: count)
    for stretch in stretches {
      guard let base = window.content(stretch.content, kind: kind),
        let baseTokens = window.tokens(stretch.content, kind: kind),
        builder.append(stretch, base: base, tokens: baseTokens)
      else { return nil }
    }
    return builder.finish()
  }

  /// Makes a content known to later searches.
  mutating func add(_ tokens: Tokens, index number: Int) { index.add(tokens, content: number) }
}

/// Puts an edit together, stretch by stretch.
private struct EditBuilder {
  let content: [UInt8]
  let tokens: Tokens
  let count: Int
  private var edit = Edit()
  private var current: Int?
  /// Where a reader is, and how far the content has been explained.
  private var position = 0
  private var done = 0

  init(content: [UInt8], tokens: Tokens, count: Int) {
    self.content = content
    self.tokens = tokens
    self.count = count
  }

  /// Adds a stretch. False when equal hashes stood for different tokens: then there is no edit.
  mutating func append(_ stretch: Alignment.Stretch, base: [UInt8], tokens baseTokens: Tokens) -> Bool {
    addText(upTo: stretch.target)
    edit.base.append(stretch.content == current ? 0 : count - stretch.content)
    if stretch.content != current { position = 0 }
    current = stretch.content
    edit.skip.append(stretch.source - position)
    edit.copy.append(stretch.count)
    edit.add.append([])
    position = stretch.source + stretch.count
    done = stretch.target + stretch.count
    for offset in 0..<stretch.count {
      let mine = content[tokens.place((stretch.target + offset)..<(stretch.target + offset + 1))]
      let other = base[baseTokens.place((stretch.source + offset)..<(stretch.source + offset + 1))]
      if tokens.hashes[stretch.target + offset] == Tokens.number {
        guard let value = Tokens.number(mine), let old = Tokens.number(other) else { return false }
        edit.plus.append(value - old)
      } else if mine != other {
        return false
      }
    }
    return true
  }

  mutating func finish() -> Edit {
    addText(upTo: tokens.count)
    while edit.plus.last == 0 { edit.plus.removeLast() }
    while edit.skip.last == 0 { edit.skip.removeLast() }
    while edit.base.last == 0 { edit.base.removeLast() }
    while edit.add.last == [] { edit.add.removeLast() }
    return edit
  }

  private mutating func addText(upTo end: Int) {
    guard end > done else { return }
    if edit.copy.isEmpty {
      edit.base.append(0)
      edit.skip.append(0)
      edit.copy.append(0)
      edit.add.append([])
    }
    edit.add[edit.add.count - 1] = Array(content[tokens.place(done..<end)])
    position += end - done
    done = end
  }
}
