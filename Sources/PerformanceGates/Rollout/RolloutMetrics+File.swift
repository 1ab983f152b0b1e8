package import JSONRPC

extension RolloutMetrics {
  package var json: JSONValue {
    .compact([
      ("schemaVersion", .number(FileVersion.rolloutMetrics)), ("stage", .string(stage.rawValue)),
      ("instance", .string(instance)), ("build", .string(build)),
      ("tags", .object(tags.map { JSONMember($0.name, .string($0.value)) })), ("start", .number(start)),
      ("end", .number(end)), ("queries", .number(queries)), ("errors", .number(errors)),
      ("cancelled", .number(cancelled)),
      (
        "latenciesUs",
        .array(latencies.buckets.map { bucket in .array([.number(bucket.upTo), .number(bucket.count)]) })
      ),
      ("missing", .object(missing.map { JSONMember($0.stream.rawValue, .number($0.queries)) })),
      ("counters", .object(counters.map { JSONMember($0.counter.rawValue, .number($0.count)) })),
      ("crashes", crashes.map { times in .array(times.map { .number($0) }) } ?? .null),
    ])
  }

  /// Reads one metrics file. What is not in it is not made up: the judge holds for what is missing.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let collector = ProblemCollector()
    let value = try LocatedValue(parsing: bytes)
    self = try collector.finish(ObjectReader(value, into: collector).flatMap(Self.read))
  }

  private static func read(_ file: ObjectReader) -> RolloutMetrics? {
    file.checkVersion(FileVersion.rolloutMetrics)
    let remedy = "see the metrics format in the documentation"
    let stage: RolloutStage? = file.required("stage", remedy) { $0.choice($1) }
    let instance = file.required("instance", remedy) { $0.string($1) }
    let build = file.required("build", remedy) { $0.string($1) }
    let start = file.required("start", remedy) { $0.integer($1) }
    let end = file.required("end", remedy) { $0.integer($1) }
    let queries = file.required("queries", remedy) { $0.integer($1) }
    let errors = file.required("errors", remedy) { $0.integer($1) }
    let buckets = file.required("latenciesUs", remedy) { Self.latencies($0, $1) }
    guard let stage, let instance, let build, let start, let end, let queries, let errors, let buckets else {
      return nil
    }
    if end < start { file.problem("end", "is before the start", "give both in seconds since 1970") }
    let cancelled = file.integer("cancelled") ?? 0
    if errors + cancelled > queries {
      file.problem("errors", "and cancelled are more than the queries", "count each query once")
    }
    if buckets.count > queries { file.problem("latenciesUs", "are more than the queries", "count each query once") }
    let tags = file.object("tags")
    return RolloutMetrics(
      stage: stage, instance: instance, build: build,
      tags: tags?.members.compactMap { member in tags?.string(member.key).map { Tag(member.key, $0) } } ?? [],
      start: start, end: end, queries: queries, errors: errors, cancelled: cancelled, latencies: buckets,
      missing: counts(file, "missing").map { (stream: TelemetryStream, count) in Missing(stream: stream, queries: count)
      },
      counters: counts(file, "counters").map { (counter: RolloutCounter, count) in
        Counter(counter: counter, count: count)
      },
      crashes: file.numbers("crashes")?.compactMap { Int(exactly: $0) })
  }

  /// Members that are cases of an enumeration; others are passed over, as a later program may know more.
  private static func counts<Case: RawRepresentable>(_ file: ObjectReader, _ key: String) -> [(Case, Int)]
  where Case.RawValue == String {
    guard let object = file.object(key) else { return [] }
    return object.members.compactMap { member in
      guard let known = Case(rawValue: member.key), let count = object.integer(member.key) else { return nil }
      return (known, count)
    }
  }

  private static func latencies(_ file: ObjectReader, _ key: String) -> LatencyBuckets? {
    guard let elements = file.array(key) else { return nil }
    var buckets: [LatencyBuckets.Bucket] = []
    for (place, value) in elements {
      guard case .array(let pair) = value.content, pair.count == 2, case .number(let bound) = pair[0].content,
        case .number(let count) = pair[1].content, let bound = Int(bound), let count = Int(count), bound >= 0,
        count >= 0
      else {
        file.problem(key, "\(place) is no bucket", "write [microseconds, count]", line: value.line)
        return nil
      }
      buckets.append(LatencyBuckets.Bucket(upTo: bound, count: count))
    }
    return LatencyBuckets(buckets)
  }
}
