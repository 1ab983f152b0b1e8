/// The contents that later records may refer to: the last `window` bytes, and where each record's content stands.
struct History {
  /// A stretch of the history.
  struct Place: Equatable {
    var start: Int
    var count: Int
  }

  let window: Int
  /// The bytes that are kept; at least the window, trimmed now and then rather than at every record.
  private(set) var bytes: [UInt8] = []
  /// The position in the history of `bytes[0]`.
  private(set) var origin = 0
  private var places = PlaceTable()

  init(window: Int) { self.window = window }

  /// The position one past the last byte.
  var end: Int { origin + bytes.count }
  /// The first position that may be referred to.
  var start: Int { max(origin, end - window) }

  mutating func append(_ content: [UInt8], record: Int) {
    places.append(record: record, place: Place(start: end, count: content.count))
    if content.count >= window {
      origin = end + content.count - window
      bytes = Array(content.suffix(window))
    } else {
      bytes.append(contentsOf: content)
      if bytes.count > window + window / 2 { trim() }
    }
  }

  /// Notes that `record` has the content that already stands at `place`.
  mutating func append(reference place: Place, record: Int) {
    places.append(record: record, place: place)
  }

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    origin = 0
    places = PlaceTable()
  }

  /// Where the content of `record` starts. It may lie outside the window: what is copied from it is checked by itself.
  func place(ofRecord record: Int) -> Place? { places[record] }

  /// The record whose content holds the byte at `position`.
  func record(at position: Int) -> (number: Int, place: Place)? { places.owner(of: position) }

  func contains(_ place: Place) -> Bool {
    place.count >= 0 && place.start >= start && place.count <= end - place.start
  }

  func content(at place: Place) -> ArraySlice<UInt8> {
    bytes[(place.start - origin)..<(place.start - origin + place.count)]
  }

  private mutating func trim() {
    let surplus = bytes.count - window
    bytes.removeFirst(surplus)
    origin += surplus
  }
}

/// The places of the last records that have content, in the order of their numbers.
struct PlaceTable {
  private typealias Entry = (record: Int, place: History.Place)

  private var entries: [Entry] = []
  /// The entries whose content is not that of an earlier record: their places follow one another.
  private var owners: [Entry] = []

  mutating func append(record: Int, place: History.Place) {
    let isOwner = owners.last.map { place.start >= $0.place.start + $0.place.count } ?? true
    if isOwner { Self.append((record, place), to: &owners) }
    Self.append((record, place), to: &entries)
  }

  subscript(record: Int) -> History.Place? {
    let index = entries.partitioningIndex { $0.record >= record }
    guard index < entries.count, entries[index].record == record, entries.count - index <= Format.maximumReach else {
      return nil
    }
    return entries[index].place
  }

  /// The record within reach whose content holds the byte at `position`.
  func owner(of position: Int) -> (number: Int, place: History.Place)? {
    let index = owners.partitioningIndex { $0.place.start > position } - 1
    guard index >= 0, position < owners[index].place.start + owners[index].place.count,
      self[owners[index].record] != nil
    else { return nil }
    return (owners[index].record, owners[index].place)
  }

  private static func append(_ entry: Entry, to entries: inout [Entry]) {
    entries.append(entry)
    // Trimmed now and then rather than at every record.
    if entries.count >= 2 * Format.maximumReach { entries.removeFirst(entries.count - Format.maximumReach) }
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, when all that follow do too.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
