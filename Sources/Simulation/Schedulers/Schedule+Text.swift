extension Schedule: CustomStringConvertible {
  /// `SEED`, or `SEED;TASKS;TURNS;CHOICES`, with commas within. Tasks are listed by identity. A turn is the cause's letter and
  /// the task's place in the list, followed by `*` and a count unless that is one. A choice is `stream@ordinal=value` with percent
  /// signs before what would be mistaken. If there are holds, they are a fifth part. All numbers are hexadecimal.
  public var text: String {
    if turns.isEmpty, choices.isEmpty, holds.isEmpty { return Self.hex(seed) }
    var places: [UInt32: Int] = [:]
    var tasks: [String] = []
    let turns = turns.map { turn in
      let place = places[turn.task] ?? places.count
      if place == places.count {
        places[turn.task] = place
        tasks.append(Self.hex(turn.task))
      }
      let count = turn.count == 1 ? "" : "*" + Self.hex(turn.count)
      return String(Character(Unicode.Scalar(turn.cause.rawValue))) + Self.hex(place) + count
    }
    let choices = choices.map { "\(Self.escape($0.stream))@\(Self.hex($0.ordinal))=\(Self.hex($0.value))" }
    let parts = [
      Self.hex(seed), tasks.joined(separator: ","), turns.joined(separator: ","), choices.joined(separator: ","),
    ]
    return (parts + (holds.isEmpty ? [] : [holds.map(\.text).joined(separator: ",")])).joined(separator: ";")
  }

  /// The ``text``.
  public var description: String { text }

  /// A schedule from its ``text``; nil for what is none.
  ///
  /// Texts come from strangers: a very long one is refused, and so are counts that make it one.
  public init?(text: String) {
    guard text.utf8.count <= Self.maximumTextLength else { return nil }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard [1, 4, 5].contains(parts.count), let seed = Self.number(parts[0], as: UInt64.self) else { return nil }
    self.init(seed: seed)
    guard parts.count > 1 else { return }
    guard let tasks = Self.list(parts[1], { Self.number($0, as: UInt32.self) }),
      let turns = Self.list(parts[2], { Self.turn($0, tasks) }), let choices = Self.list(parts[3], Self.choice)
    else { return nil }
    guard turns.lazy.map(\.count).reduce(into: 0, { $0 = min($0, Self.maximumCount) + $1 }) <= Self.maximumCount else {
      return nil
    }
    (self.turns, self.choices) = (turns, choices)
    guard parts.count == 5 else { return }
    guard let holds = Self.list(parts[4], Hold.init), !holds.isEmpty else { return nil }
    self.holds = holds
  }

  static let maximumTextLength = 1 << 24
  /// Of jobs in all turns: a few lines must not cost gigabytes.
  static let maximumCount = 1 << 21

  fileprivate static func hex(_ number: some BinaryInteger) -> String { String(number, radix: 16) }

  fileprivate static func number<Number: FixedWidthInteger>(_ text: Substring, as: Number.Type) -> Number? {
    // A sign is none of ours.
    text.utf8.first.map { $0 >= UInt8(ascii: "0") } == true ? Number(text, radix: 16) : nil
  }

  private static func list<Element>(_ text: Substring, _ parse: (Substring) -> Element?) -> [Element]? {
    var elements: [Element] = []
    for part in text.split(separator: ",") {
      guard let element = parse(part) else { return nil }
      elements.append(element)
    }
    return elements
  }

  private static func turn(_ text: Substring, _ tasks: [UInt32]) -> Turn? {
    let fields = text.dropFirst().split(separator: "*", omittingEmptySubsequences: false)
    guard let cause = text.utf8.first.flatMap(Cause.init(rawValue:)), (1...2).contains(fields.count),
      let place = number(fields[0], as: Int.self), tasks.indices.contains(place),
      let count = fields.count == 1 ? 1 : number(fields[1], as: Int.self), (1...maximumCount).contains(count)
    else { return nil }
    return Turn(task: tasks[place], cause: cause, count: count)
  }

  private static func choice(_ text: Substring) -> Choice? {
    guard let at = text.firstIndex(of: "@"), let equal = text.firstIndex(of: "="), at < equal,
      let stream = unescape(text[..<at]), let ordinal = number(text[text.index(after: at)..<equal], as: Int.self),
      let value = number(text[text.index(after: equal)...], as: UInt64.self)
    else { return nil }
    return Choice(stream: stream, ordinal: ordinal, value: value)
  }
}

extension Schedule {
  private static let special = Set("%,;@=*".utf8)

  fileprivate static func escape(_ name: String) -> String {
    name.utf8.reduce(into: "") { result, byte in
      if special.contains(byte) || byte < 0x21 || byte > 0x7e {
        result += byte < 16 ? "%0" + String(byte, radix: 16) : "%" + String(byte, radix: 16)
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  fileprivate static func unescape(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension Schedule.Hold {
  /// `TASK.NUMBER`, or `TASK.NUMBER~ANCHOR` with the task that it is counted from; then `>TASK*COUNT` for who goes first, and `+TIMES`
  /// if time passes.
  fileprivate var text: String {
    let anchor = job.anchor == 0 ? "" : "~" + Schedule.hex(job.anchor)
    let first = by == 0 ? "" : ">\(Schedule.hex(by))*\(Schedule.hex(count))"
    return "\(Schedule.hex(job.task)).\(Schedule.hex(job.number))\(anchor)\(first)"
      + (waits == 0 ? "" : "+" + Schedule.hex(waits))
  }

  fileprivate init?(text: Substring) {
    let waiting = text.split(separator: "+", omittingEmptySubsequences: false)
    let sides = waiting[0].split(separator: ">", omittingEmptySubsequences: false)
    let name = sides[0].split(separator: "~", omittingEmptySubsequences: false)
    let numbers = name[0].split(separator: ".", omittingEmptySubsequences: false)
    guard waiting.count <= 2, sides.count <= 2, name.count <= 2, numbers.count == 2,
      let task = Schedule.number(numbers[0], as: UInt32.self),
      let number = Schedule.number(numbers[1], as: UInt32.self),
      let anchor = name.count == 1 ? 0 : Schedule.number(name[1], as: UInt32.self),
      let waits = waiting.count == 1 ? 0 : Schedule.number(waiting[1], as: Int.self)
    else { return nil }
    var (by, count): (UInt32, Int) = (0, 0)
    if sides.count == 2 {
      let fields = sides[1].split(separator: "*", omittingEmptySubsequences: false)
      guard fields.count == 2, let task = Schedule.number(fields[0], as: UInt32.self),
        let times = Schedule.number(fields[1], as: Int.self)
      else { return nil }
      (by, count) = (task, times)
    }
    self.init(job: JobName(task: task, number: number, anchor: anchor), by: by, count: count, waits: waits)
  }
}
