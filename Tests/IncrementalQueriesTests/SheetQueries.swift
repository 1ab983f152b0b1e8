import IncrementalQueries

// A little spreadsheet: a cell's text is a number, a sum of cells ("a+b"), or "if c a b", which is a's value if c's is not 0, else b's.

enum TextInput: Input {
  static let name = "text"
  typealias Key = String
  typealias Value = String
}

/// The words of a cell's text.
enum Words: Query {
  static let name = "words"
  static func execute(_ key: String, in context: QueryContext, previous: [String]?) throws(QueryInterruption)
    -> [String]
  {
    let text = try context.input(TextInput.self, key)
    context.did(text.utf8.count, WorkKind(index: 2))
    return text.split(whereSeparator: { $0 == " " || $0 == "+" }).map(String.init)
  }
}

enum CellValue: Query {
  static let name = "cell"

  static func execute(_ key: String, in context: QueryContext, previous: Int?) throws(QueryInterruption) -> Int {
    let words = try context.get(Words.self, key)
    if words.first == "if" {
      return try context.get(CellValue.self, try context.get(CellValue.self, words[1]) != 0 ? words[2] : words[3])
    }
    var sum = 0
    for word in words {
      if let number = Int(word) { sum += number } else { sum += try context.get(CellValue.self, word) }
    }
    return sum
  }

  static func valueInCycle(_ key: String) -> Int? { -1 }
}

/// Whether a cell's value is more than 9. Seldom changes.
enum IsLarge: Query {
  static let name = "large"
  static func execute(_ key: String, in context: QueryContext, previous: Bool?) throws(QueryInterruption) -> Bool {
    try context.get(CellValue.self, key) > 9
  }
}

enum Label: Query {
  static let name = "label"
  static func execute(_ key: String, in context: QueryContext, previous: String?) throws(QueryInterruption) -> String {
    try context.get(IsLarge.self, key) ? "large" : "small"
  }
}

/// The length of a text; only one is kept (two for a while).
enum Length: Query {
  static let name = "length"
  static var capacity: Int? { 1 }
  static func execute(_ key: String, in context: QueryContext, previous: Int?) throws(QueryInterruption) -> Int {
    try context.input(TextInput.self, key).count
  }
}

enum LengthIsEven: Query {
  static let name = "even"
  static func execute(_ key: String, in context: QueryContext, previous: Bool?) throws(QueryInterruption) -> Bool {
    try context.get(Length.self, key) % 2 == 0
  }
}

/// A chain of nested queries, and no value for a cycle.
enum Countdown: Query {
  static let name = "countdown"
  static func execute(_ key: Int, in context: QueryContext, previous: Int?) throws(QueryInterruption) -> Int {
    if key == 0 { return 0 }
    return try context.get(Countdown.self, key < 0 ? key : key - 1) + 1
  }
}

/// A database of cells, and the log of what it does.
struct Sheet {
  let log: EventLog
  let database: Database

  init(_ texts: KeyValuePairs<String, String> = [:], durability: Durability = .low) {
    let log = EventLog()
    self.log = log
    database = Database(
      inputs: [TextInput.self],
      queries: [Words.self, CellValue.self, IsLarge.self, Label.self, Length.self, LengthIsEven.self, Countdown.self],
      observer: { log.append($0) })
    database.write { batch in
      for (key, text) in texts { batch.set(TextInput.self, key, text, durability: durability) }
    }
  }

  @discardableResult
  func write(_ key: String, _ text: String, durability: Durability = .low) -> Snapshot {
    database.write { $0.set(TextInput.self, key, text, durability: durability) }
  }

  func context(at snapshot: Snapshot? = nil, cancellation: CancellationToken? = nil) -> QueryContext {
    QueryContext(database, snapshot ?? database.snapshot, cancellation: cancellation)
  }

  func get<Q: Query>(_ query: Q.Type, _ key: Q.Key, at snapshot: Snapshot? = nil) throws -> Q.Value {
    try context(at: snapshot).get(query, key)
  }
}
