import JSONRPC
import Replay
import Simulation
import Yams

/// Reads suites. A mistake is reported with its line and with what would be right; nothing is guessed.
package enum SuiteReader {
  /// In bytes; far beyond any suite. Larger files are not ours.
  package static let longestFile = 1 << 20

  private static let keys = [
    "suite", "purpose", "protocols", "workloads", "schedules", "runs-per-session", "sessions", "faults", "oracles",
    "limits", "budgets",
  ]

  /// The suite that a text describes; `file` is what it is called in messages, and `isPlace` tells whether something can be made to go
  /// wrong at a place of this name.
  ///
  /// - Throws: the first mistake.
  package static func read(
    _ text: String, file: String, isPlace: (String) -> Bool
  ) throws(SuiteError) -> Suite {
    let root = try SuiteNode.parse(text, file: file)
    let members = try root.members("a suite", known: keys)
    func member(_ key: String) -> SuiteNode? { members.first { $0.key == key }?.value }
    func required(_ key: String) throws(SuiteError) -> SuiteNode {
      guard let value = member(key) else { throw root.error("a suite needs '\(key)'") }
      return value
    }
    var suite = Suite(
      name: try required("suite").string("'suite'"), purpose: try required("purpose").string("'purpose'"),
      framings: [.contentLength], ingredients: try ingredients(try required("workloads")), schedulers: [],
      runsPerSession: 4, faults: [[:]], oracles: [], limits: [:], sessions: 200)
    guard suite.name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw try required("suite").error("'suite' is a name of letters, digits and '-'")
    }
    if let node = member("protocols") { suite.framings = try node.list("'protocols'").map(framing) }
    if let node = member("schedules") { suite.schedulers = try node.list("'schedules'").map(scheduler) }
    if let node = member("runs-per-session") {
      suite.runsPerSession = try node.integer("'runs-per-session'", in: 1...1000)
    }
    if let node = member("sessions") { suite.sessions = try node.integer("'sessions'", in: 1...10_000_000) }
    if let node = member("faults") { suite.faults = try faults(node, isPlace) }
    if let node = member("oracles") { suite.oracles = try node.list("'oracles'").map(oracle) }
    if let node = member("limits") { suite.limits = try limits(node) }
    if let node = member("budgets") { suite.budgets = try budgets(node) }
    try check(suite, root)
    return suite
  }

  private static func check(_ suite: Suite, _ root: SuiteNode) throws(SuiteError) {
    for ingredient in suite.ingredients {
      let framings = type(of: ingredient.workload).framings
      guard suite.framings.contains(where: framings.contains) else {
        let names = framings.map(name(of:)).joined(separator: ", ")
        throw root.error("the workload '\(ingredient.name)' is for \(names), which is not among 'protocols'")
      }
    }
  }

  // MARK: Parts

  private static func ingredients(_ node: SuiteNode) throws(SuiteError) -> [Suite.Ingredient] {
    let list = try node.list("'workloads'")
    if list.isEmpty {
      throw node.error("'workloads' is empty; there are: \(Workloads.all.map { $0.name }.joined(separator: ", "))")
    }
    var ingredients: [Suite.Ingredient] = []
    for entry in list { ingredients.append(try ingredient(entry)) }
    return ingredients
  }

  private static func ingredient(_ node: SuiteNode) throws(SuiteError) -> Suite.Ingredient {
    if node.node.scalar != nil { return try ingredient(node, name: node, with: nil) }
    let members = try node.members("a workload", known: ["use", "share", "scale", "with"])
    guard let name = members.first(where: { $0.key == "use" })?.value else {
      throw node.error("a workload needs 'use'")
    }
    func number(_ key: String, in range: ClosedRange<Int>) throws(SuiteError) -> Int {
      try members.first { $0.key == key }?.value.integer("'\(key)'", in: range) ?? 1
    }
    var ingredient = try ingredient(node, name: name, with: members.first { $0.key == "with" }?.value)
    (ingredient.share, ingredient.scale) = (try number("share", in: 1...1000), try number("scale", in: 1...1000))
    return ingredient
  }

  private static func ingredient(
    _ node: SuiteNode, name: SuiteNode, with settings: SuiteNode?
  ) throws(SuiteError) -> Suite.Ingredient {
    let text = try name.string("'use'")
    guard let type = Workloads.all.first(where: { $0.name == text }) else {
      let known = Workloads.all.map { $0.name }
      throw name.error(
        "there is no workload '\(text)'\(SuiteNode.suggestion(text, known)); there are: \(known.joined(separator: ", "))"
      )
    }
    var values: [String: WorkloadParameter.Value] = [:]
    for (key, value) in try settings?.members("'with' of \(text)", known: type.parameters.map(\.name)) ?? [] {
      let word = try value.string("'\(key)'")
      values[key] = Int(word).map { .number($0) } ?? .word(word)
    }
    do throws(WorkloadError) {
      return Suite.Ingredient(workload: try Workloads.make(text, values), name: text, share: 1)
    } catch {
      throw (settings ?? name).error(error.description)
    }
  }

  private static func framing(_ node: SuiteNode) throws(SuiteError) -> Framing {
    let text = try node.string("a protocol")
    guard let framing = [Framing.contentLength, .lines].first(where: { name(of: $0) == text }) else {
      throw node.error("there is no protocol '\(text)'; there are: lsp, query-engine-v2")
    }
    return framing
  }

  static func name(of framing: Framing) -> String { framing == .contentLength ? "lsp" : "query-engine-v2" }

  private static func scheduler(_ node: SuiteNode) throws(SuiteError) -> SchedulerKind {
    let text = try node.string("a schedule")
    guard let kind = SchedulerKind(text: text) else {
      throw node.error("there is no schedule '\(text)'; there are: fifo, random, pct:DEPTH:STEPS, pos, starve:STEPS")
    }
    return kind
  }

  private static func faults(
    _ node: SuiteNode, _ isPlace: (String) -> Bool
  ) throws(SuiteError) -> [[String: [FaultRule]]] {
    var sets: [[String: [FaultRule]]] = []
    for set in try node.list("'faults'") {
      var rules: [String: [FaultRule]] = [:]
      for entry in try set.list("a set of faults") {
        let text = try entry.string("a fault")
        guard let (place, rule) = FaultText.parse(text), isPlace(place) else {
          throw entry.error(
            "'\(text)' is no fault; write \(FaultText.syntax), with a place that `reprise replay --help` names")
        }
        rules[place, default: []].append(rule)
      }
      sets.append(rules)
    }
    return sets.isEmpty ? [[:]] : sets
  }

  private static func oracle(_ node: SuiteNode) throws(SuiteError) -> Oracle {
    let text = try node.string("an oracle")
    guard let oracle = Oracle(rawValue: text) else {
      throw node.error(
        "there is no oracle '\(text)'; there are: \(Oracle.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return oracle
  }

  private static func limits(_ node: SuiteNode) throws(SuiteError) -> [String: Int64] {
    var values: [String: Int64] = [:]
    for (key, value) in try node.members("'limits'", known: RunLimits.names.map(\.text)) {
      let text = try value.string("'\(key)'")
      let isTime = RunLimits.names.first { $0.text == key }?.isTime == true
      guard let limit = isTime ? time(text) : Int64(text), limit >= 0 else {
        throw value.error("'\(key)' must be \(isTime ? "a time, such as 5 ms or 1 s" : "a whole number")")
      }
      values[key] = limit
    }
    return values
  }

  private static func budgets(_ node: SuiteNode) throws(SuiteError) -> Suite.Budgets {
    var budgets = Suite.Budgets()
    for (key, value) in try node.members("'budgets'", known: ["processor-time", "memory"]) {
      let text = try value.string("'\(key)'")
      if key == "memory" {
        guard let bytes = size(text) else { throw value.error("'memory' must be a size, such as 500 MB") }
        budgets.memory = bytes
      } else {
        guard let time = time(text), time > 0 else { throw value.error("'\(key)' must be a time, such as 500 ms") }
        budgets.processorTime = time
      }
    }
    return budgets
  }

  /// Bytes; nil when the text is no size.
  static func size(_ text: String) -> Int? {
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Int(digits), (1...1_000_000).contains(number),
      let factor = ["KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000][String(unit)]
    else { return nil }
    return number * factor
  }

  /// Microseconds; nil when the text is no time.
  package static func time(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits), number.isFinite else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard
      let factor = ["us": 1.0, "µs": 1, "ms": 1000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000][String(unit)]
    else { return nil }
    return number * factor <= 1e15 ? Int64(number * factor) : nil
  }
}
