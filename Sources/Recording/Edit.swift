/// A content made from earlier ones: stretches of tokens that are copied, their numbers changed, and text between them.
///
/// The parts stand in columns because consecutive edits of the same kind of message repeat each other column by column,
/// which deflate then finds. Numbers are changed by addition because they mostly count: versions, ids, positions.
struct Edit: Equatable {
  /// At which earlier content to read from its first token on: how many contents of the same kind back; 0: go on.
  var base: [Int] = []
  /// How far to move the reading position, how many tokens to copy, what text to add then.
  var skip: [Int] = []
  var copy: [Int] = []
  var add: [[UInt8]] = []
  /// What is added to each number in the stretches, in order; those beyond the end stay as they are.
  var plus: [Int] = []

  enum Failure: Error, Equatable {
    case unevenColumns
    case outsideWindow
    case badNumber
    case overLimit
  }

  /// The content that the edit makes of earlier ones of its kind.
  ///
  /// Added tokens take the place of as many tokens of what is read, so that the reading position stays in step; `skip`
  /// says where it does not. Columns are cut short where nothing but zeros and empty texts would follow.
  func apply(
    to window: inout ContentWindow, kind: ContentWindow.Kind, limit: Int = Format.maximumContent
  ) throws(Failure) -> [UInt8] {
    guard max(base.count, skip.count, add.count) <= copy.count else { throw .unevenColumns }
    var content: [UInt8] = []
    var numbers = plus[...]
    var source: (bytes: [UInt8], tokens: Tokens)?
    var position = 0
    for index in copy.indices {
      if index < base.count, base[index] != 0 {
        source = try Self.source(window.count(of: kind) - base[index], in: &window, kind)
        position = 0
      }
      position += index < skip.count ? skip[index] : 0
      if copy[index] != 0 {
        guard let source, position >= 0, copy[index] > 0, copy[index] <= source.tokens.count - position else {
          throw .outsideWindow
        }
        try Self.copy(source.bytes, source.tokens, position..<(position + copy[index]), adding: &numbers, to: &content)
      }
      position += copy[index]
      if index < add.count {
        content += add[index]
        position += Tokens(add[index]).count
      }
      // Numbers in a recording are within 53 bits; sums are kept far from overflow.
      guard content.count <= limit, abs(position) < 1 << 60 else { throw .overLimit }
    }
    return content
  }

  private static func source(
    _ index: Int, in window: inout ContentWindow, _ kind: ContentWindow.Kind
  ) throws(Failure) -> (bytes: [UInt8], tokens: Tokens) {
    guard let bytes = window.content(index, kind: kind), let tokens = window.tokens(index, kind: kind) else {
      throw .outsideWindow
    }
    return (bytes, tokens)
  }

  /// Appends tokens, with the next of `numbers` added to each number among them.
  private static func copy(
    _ bytes: [UInt8], _ tokens: Tokens, _ range: Range<Int>, adding numbers: inout ArraySlice<Int>,
    to content: inout [UInt8]
  ) throws(Failure) {
    let place = tokens.place(range)
    var copied = place.lowerBound
    if !numbers.isEmpty {
      for index in range where tokens.hashes[index] == Tokens.number {
        guard let plus = numbers.popFirst() else { break }
        let token = tokens.place(index..<(index + 1))
        guard plus != 0, let value = Tokens.number(bytes[token]) else { continue }
        guard value + plus >= 0 else { throw .badNumber }
        content += bytes[copied..<token.lowerBound]
        content += Array(String(value + plus).utf8)
        copied = token.upperBound
      }
    }
    content += bytes[copied..<place.upperBound]
  }

  /// A guess at how many bytes the edit costs in the file.
  var estimatedCost: Int {
    let texts = add.reduce(0) { $0 + $1.count + 2 }
    // Numbers that change alike cost little: it is the changes from one to the next that count.
    let turns = zip(plus, plus.dropFirst()).lazy.filter { $0 != $1 }.count
    return 8 + texts + copy.count + 2 * base.lazy.filter { $0 != 0 }.count + 3 * skip.lazy.filter { $0 != 0 }.count
      + turns / 2
  }
}
