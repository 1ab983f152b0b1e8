extension Budgets {
  /// Reads a budgets file; all that is wrong with it is thrown together.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let collector = ProblemCollector()
    let value = try LocatedValue(parsing: bytes)
    self = try collector.finish(ObjectReader(value, into: collector).flatMap(Self.read))
  }

  private static func read(_ file: ObjectReader) -> Budgets? {
    file.checkVersion(FileVersion.budgets)
    file.allow(["schemaVersion", "expires", "evidence", "corpus", "defaults", "paths"])
    let expires = file.required("expires", "say until when the budgets hold, such as 2027-03-31") { $0.day($1) }
    let evidence = file.required("evidence", "name what was measured; `reprise budget refresh` proposes it") {
      $0.object($1).flatMap(Evidence.init(reading:))
    }
    let corpus = file.required("corpus", "pin the corpus: put the hash that `reprise corpus verify` prints there") {
      $0.string($1)
    }
    let defaults = file.object("defaults").map { Limits(reading: $0, beside: []) } ?? Limits()
    let paths = file.required("paths", "give the critical paths their budgets") { $0.object($1) }
    let budgets = paths?.members.compactMap { member in paths?.object(member.key).map { PathBudget(member.key, $0) } }
    if budgets?.isEmpty == true {
      file.problem("paths", "names no path", "an empty file would permit everything; name the critical paths")
    }
    guard let expires, let evidence, let corpus, let budgets else { return nil }
    let life = evidence.measured.days(until: expires)
    if life < 0 || life > longestLife {
      file.problem(
        "expires", "\(expires) is \(life) days after the evidence was measured (\(evidence.measured))",
        "budgets hold for a quarter: at most until \(evidence.measured.advanced(by: longestLife)); "
          + "measure again with `reprise budget refresh`")
    }
    return Budgets(expires: expires, evidence: evidence, corpus: corpus, defaults: defaults, paths: budgets)
  }
}

extension Budgets.Evidence {
  fileprivate init?(reading object: ObjectReader) {
    object.allow(["measured", "commit", "artefact", "note"])
    let measured = object.required("measured", "say on which day it was measured") { $0.day($1) }
    let commit = object.required("commit", "name the commit that was measured") { $0.string($1) }
    let artefact = object.required("artefact", "name the comparison's file") { $0.string($1) }
    guard let measured, let commit, let artefact else { return nil }
    self.init(measured: measured, commit: commit, artefact: artefact, note: object.string("note"))
  }
}

extension Limits {
  static let members = ["medianPercent", "floorMs", "floorBelowMs", "p95CPUPercent", "p95WallMs"]

  fileprivate init(reading object: ObjectReader, beside others: [String]) {
    object.allow(Self.members + others)
    self.init(
      medianPercent: object.number("medianPercent", in: 0...1_000), floorMs: object.number("floorMs"),
      floorBelowMs: object.number("floorBelowMs"), p95CPUPercent: object.number("p95CPUPercent", in: 0...1_000),
      p95WallMs: object.number("p95WallMs"))
    // A small change of layout costs more than this, so a narrower gate would only cry wolf.
    if let percent = medianPercent, percent < 2 {
      object.problem(
        "medianPercent", "\(percent) is below what a change of layout alone costs",
        "hold wall time to 2 % or more, and hold counters exactly")
    }
  }
}

extension PathBudget {
  fileprivate init(_ name: String, _ object: ObjectReader) {
    let counters = object.object("counters")
    self.init(
      name: name, isCritical: object.bool("critical") ?? false,
      limits: Limits(reading: object, beside: ["critical", "counters"]),
      counters: counters?.members.compactMap { member in
        counters?.object(member.key).map { CounterAllowance(member.key, $0) }
      } ?? [])
    if isCritical, let percent = limits.medianPercent, percent > Budgets.criticalPercent {
      object.problem(
        "medianPercent", "\(Decimals.short(percent)) is too much for a critical path",
        "write at most \(Decimals.short(Budgets.criticalPercent)), or make the change smaller")
    }
  }
}

extension CounterAllowance {
  fileprivate init(_ counter: String, _ object: ObjectReader) {
    object.allow(["limit", "removed", "reason"])
    let reason = object.required("reason", "say why the counter may grow") { $0.string($1) } ?? ""
    if reason.allSatisfy(\.isWhitespace), object.value("reason") != nil {
      object.problem("reason", "is empty", "say why the counter may grow")
    }
    let isRemoved = object.bool("removed") ?? false
    let limit = object.integer("limit")
    if isRemoved == (limit != nil) {
      object.problem("", "needs a limit, or \"removed\": true", "write the value that the counter may reach")
    }
    self.init(counter: counter, limit: isRemoved ? nil : limit, reason: reason)
  }
}
