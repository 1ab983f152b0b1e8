import Measurement

extension Comparison {
  /// Reads a comparison's file. Members that are not known are passed over: a later program may add some.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let collector = ProblemCollector()
    let value = try LocatedValue(parsing: bytes)
    self = try collector.finish(ObjectReader(value, into: collector).flatMap(Self.read))
  }

  /// A file is only ever damaged by hand, so all problems have one remedy.
  static let remedy = "measure again with `reprise compare`"

  private static func read(_ file: ObjectReader) -> Comparison? {
    file.checkVersion(FileVersion.comparison)
    if let kind = file.string("kind"), kind != "comparison" {
      file.problem("kind", "is \"\(kind)\"", "give the file that `reprise compare --output` wrote")
    }
    let base = file.required("base", remedy) { $0.object($1).flatMap(Revision.init(reading:)) }
    let target = file.required("target", remedy) { $0.object($1).flatMap(Revision.init(reading:)) }
    let environment = file.required("environment", remedy) { $0.object($1).flatMap(MeasuredEnvironment.init(reading:)) }
    let rounds = file.required("rounds", remedy) { $0.objects($1)?.compactMap(Round.init(reading:)) }
    let seed = file.required("seed", remedy) { $0.string($1).flatMap { UInt64($0) } }
    guard let base, let target, let environment, let rounds, let seed else { return nil }
    return Comparison(
      created: file.string("created") ?? "", tool: file.string("tool") ?? "", base: base, target: target,
      environment: environment, seed: seed, rounds: rounds)
  }
}

extension Comparison.Revision {
  fileprivate init?(reading object: ObjectReader) {
    let name = object.required("name", Comparison.remedy) { $0.string($1) }
    let corpus = object.required("corpus", Comparison.remedy) { $0.string($1) }
    let paths = object.required("paths", Comparison.remedy) { $0.strings($1) }
    guard let name, let corpus, let paths else { return nil }
    self.init(
      name: name, commit: object.string("commit"), command: object.strings("command") ?? [], corpus: corpus,
      paths: paths)
  }
}

extension MeasuredEnvironment {
  init?(reading object: ObjectReader) {
    let machine = object.required("machine", Comparison.remedy) { $0.string($1) }
    let cores = object.required("cores", Comparison.remedy) { $0.integer($1) }
    guard let machine, let cores else { return nil }
    let variables = object.object("variables")
    self.init(
      machine: machine, cores: cores,
      variables: variables?.members.map { Variable($0.key, variables?.string($0.key) ?? "") } ?? [],
      warmup: object.integer("warmup") ?? 0, minimumTimeMs: object.number("minimumTimeMs") ?? 0)
  }
}

extension Comparison.Round {
  fileprivate init?(reading object: ObjectReader) {
    guard
      let series = object.required("series", Comparison.remedy, { $0.objects($1)?.compactMap(Series.init(reading:)) })
    else { return nil }
    self.init(
      machine: MachineNoise(steal: object.numbers("steal") ?? [], load: object.numbers("load") ?? []), series: series)
  }
}

extension Series {
  fileprivate init?(reading object: ObjectReader) {
    let name = object.required("name", Comparison.remedy) { $0.string($1) }
    let kind: Kind? = object.required("kind", Comparison.remedy) { $0.choice($1) }
    let answers = object.required("answers", Comparison.remedy) { $0.object($1).flatMap(Self.answers) }
    let restarts = object.required("restarts", Comparison.remedy) { $0.objects($1)?.compactMap(Restart.init(reading:)) }
    guard let name, let kind, let answers, let restarts else { return nil }
    let batch = object.integer("batch") ?? 1
    if batch < 1 { object.problem("batch", "is \(batch)", Comparison.remedy) }
    let memory = object.object("peakMemory")
    self.init(
      kind: kind, name: name, batch: batch, answers: answers, restarts: restarts,
      counters: object.objects("counters")?.compactMap(Counter.init(reading:)) ?? [],
      peakMemory: memory.map { BySide(base: $0.integer("base") ?? 0, target: $0.integer("target") ?? 0) })
  }
}

extension Series {
  /// Two sides that both do not say what they answered have not answered the same.
  fileprivate static func answers(_ object: ObjectReader) -> BySide<String>? {
    let base = object.required("base", Comparison.remedy) { $0.string($1) }
    let target = object.required("target", Comparison.remedy) { $0.string($1) }
    guard let base, let target else { return nil }
    return BySide(base: base, target: target)
  }
}

extension Series.Restart {
  fileprivate init?(reading object: ObjectReader) {
    let wall = object.required("wall", Comparison.remedy) { $0.object($1).flatMap(Self.samples) }
    let first = object.required("first", Comparison.remedy) { $0.string($1) }
    guard let wall, let first else { return nil }
    if first.count != wall.count || !first.allSatisfy({ $0 == "b" || $0 == "t" }) {
      object.problem("first", "does not tell of each pair who went first", Comparison.remedy)
    }
    self.init(
      wall: wall, cpu: object.object("cpu").flatMap(Self.samples), first: first.map { $0 == "b" ? .base : .target })
  }

  private static func samples(_ object: ObjectReader) -> PairedSamples? {
    do {
      return try PairedSamples(base: object.numbers("base") ?? [], target: object.numbers("target") ?? [])
    } catch {
      object.problem("", "\(error)", Comparison.remedy)
      return nil
    }
  }
}

extension Series.Counter {
  fileprivate init?(reading object: ObjectReader) {
    guard let name = object.required("name", Comparison.remedy, { $0.string($1) }) else { return nil }
    func values(_ key: String) -> [Int] { object.numbers(key)?.compactMap { Int(exactly: $0) } ?? [] }
    self.init(name: name, base: values("base"), target: values("target"))
  }
}
