/// A content made from an earlier one: stretches that are copied, their numbers changed, and bytes that are added.
///
/// The parts stand in columns because consecutive edits of the same kind of message repeat each other column by column,
/// which deflate then finds. Numbers are changed by addition because they mostly count: versions, ids, positions.
struct Edit: Equatable {
  /// Which earlier content: how many contents of the same kind back.
  var back: Int
  var skip: [Int] = []
  var copy: [Int] = []
  var add: [Int] = []
  /// What is added to each number in the stretches, in order; those beyond the end stay as they are.
  var plus: [Int] = []
  var added: [UInt8] = []

  enum Failure: Error, Equatable {
    case unevenColumns
    case outsideWindow
    case badLength
    case badNumber
    case overLimit
  }

  /// The content that the edit makes of earlier ones of its kind.
  ///
  /// Added bytes take the place of as many bytes of what is read, so that the reading position stays in step; `skip` says
  /// where it does not.
  func apply(
    to window: ContentWindow, kind: ContentWindow.Kind, limit: Int = Format.maximumContent
  ) throws(Failure) -> [UInt8] {
    guard copy.count == add.count, skip.isEmpty || skip.count == copy.count else { throw .unevenColumns }
    guard back >= 1, var position = window.content(window.count(of: kind) - back, kind: kind)?.start else {
      throw .outsideWindow
    }
    var content: [UInt8] = []
    var numbers = plus[...]
    var used = 0
    for index in copy.indices {
      position += skip.isEmpty ? 0 : skip[index]
      guard copy[index] >= 0, add[index] >= 0, add[index] <= added.count - used else { throw .badLength }
      guard content.count + copy[index] + add[index] <= limit else { throw .overLimit }
      if copy[index] > 0 {
        guard let stretch = window.stretch(position..<(position + copy[index]), kind: kind) else {
          throw .outsideWindow
        }
        try Self.copy(stretch, adding: &numbers, to: &content)
      }
      content += added[used..<(used + add[index])]
      position += copy[index] + add[index]
      used += add[index]
      // Numbers in a recording are within 53 bits; sums are kept far from overflow.
      guard abs(position) < 1 << 60 else { throw .outsideWindow }
    }
    guard used == added.count else { throw .badLength }
    return content
  }

  private static func copy(
    _ stretch: ArraySlice<UInt8>, adding numbers: inout ArraySlice<Int>, to content: inout [UInt8]
  ) throws(Failure) {
    guard !numbers.isEmpty else {
      content += stretch
      return
    }
    var isBad = false
    stretch.withUnsafeBufferPointer { stretch in
      var copied = 0
      NumberTokens.forEach(in: stretch) { place, value in
        guard let plus = numbers.popFirst(), plus != 0 else { return }
        content += UnsafeBufferPointer(rebasing: stretch[copied..<place.lowerBound])
        isBad = isBad || value + plus < 0
        content += Array(String(value + plus).utf8)
        copied = place.upperBound
      }
      content += UnsafeBufferPointer(rebasing: stretch[copied...])
    }
    if isBad { throw .badNumber }
  }

  /// A guess at how many bytes the edit costs in the file.
  var estimatedCost: Int {
    // Numbers that change alike cost little: it is the changes from one to the next that count.
    let turns = zip(plus, plus.dropFirst()).lazy.filter { $0 != $1 }.count
    return 8 + added.count + 3 * copy.count + 2 * skip.lazy.filter { $0 != 0 }.count + turns / 2
  }
}
