/// A content put together from the history: stretches that are copied, and bytes that are added between them.
///
/// The parts stand in columns because consecutive edits of the same kind of message repeat each other column by column,
/// which deflate then finds.
struct Edit: Equatable {
  /// The record at whose content the reading position starts.
  var like: Int
  var skip: [Int] = []
  var copy: [Int] = []
  var add: [Int] = []
  var added: [UInt8] = []

  var copiedCount: Int { copy.reduce(0, +) }

  enum Failure: Error, Equatable {
    case unevenColumns
    case unknownRecord(Int)
    case outsideHistory
    case badLength
    case overLimit
  }

  /// The content that the edit stands for.
  func apply(to history: History, limit: Int = Format.maximumContent) throws(Failure) -> [UInt8] {
    guard skip.count == copy.count, copy.count == add.count else { throw .unevenColumns }
    guard let base = history.place(ofRecord: like) else { throw .unknownRecord(like) }
    var content: [UInt8] = []
    var position = base.start
    var used = 0
    for index in skip.indices {
      guard copy[index] >= 0, add[index] >= 0, add[index] <= added.count - used else { throw .badLength }
      let (moved, overflow) = position.addingReportingOverflow(skip[index])
      let stretch = History.Place(start: moved, count: copy[index])
      guard !overflow, stretch.count == 0 || history.contains(stretch) else { throw .outsideHistory }
      guard content.count + copy[index] + add[index] <= limit else { throw .overLimit }
      if stretch.count > 0 { content += history.content(at: stretch) }
      content += added[used..<(used + add[index])]
      position = moved + copy[index]
      used += add[index]
    }
    guard used == added.count else { throw .badLength }
    return content
  }
}
