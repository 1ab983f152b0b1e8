import Measurement

extension RolloutJudge {
  /// The stage's limits, for all of the cohort and for each of its groups.
  func thresholds(_ metrics: [RolloutMetrics]) -> [RolloutFinding] {
    guard !metrics.isEmpty else { return [] }
    let whole = Totals(metrics)
    var findings = limits(whole, of: "")
    if whole.queries < needed {
      findings.append(
        RolloutFinding(
          kind: .tooFewQueries,
          message:
            "\(whole.queries) queries cannot show an error rate of \(percent(policy[stage].errorRate)); wait for "
            + "\(needed)"))
    }
    var tags: [RolloutMetrics.Tag] = []
    for tag in metrics.flatMap(\.tags) where !tags.contains(tag) { tags.append(tag) }
    for tag in tags {
      let group = Totals(metrics.filter { $0.tags.contains(tag) })
      // A group that is the whole, or too small to tell, says nothing of its own.
      guard group.queries < whole.queries, group.queries >= needed else { continue }
      findings += limits(group, of: " of \(tag.name) \(tag.value)")
    }
    return findings
  }

  private var needed: Int { policy[stage].neededQueries }

  private func limits(_ totals: Totals, of group: String) -> [RolloutFinding] {
    var findings: [RolloutFinding] = []
    let limits = policy[stage]
    let rate = totals.queries == 0 ? 0 : Double(totals.errors) / Double(totals.queries)
    if rate > limits.errorRate {
      findings.append(
        RolloutFinding(
          kind: .errorRate,
          message: "the error rate\(group) is \(percent(rate)), and \(percent(limits.errorRate)) is permitted"))
    }
    if let p95 = totals.latencies.percentile(95), p95 > limits.p95Ms {
      findings.append(
        RolloutFinding(
          kind: .latency,
          message: "p95\(group) is \(Decimals.short(p95)) ms, and \(Decimals.short(limits.p95Ms)) ms is permitted"))
    }
    return findings
  }

  private func percent(_ share: Double) -> String { "\(Decimals.short(share * 100)) %" }

  // MARK: Completeness

  /// Every query says all that it must, and everything is counted.
  func completeness(_ metrics: [RolloutMetrics]) -> [RolloutFinding] {
    guard !metrics.isEmpty else { return [] }
    let streams = TelemetryStream.allCases.compactMap { stream -> RolloutFinding? in
      let silent = metrics.count { $0.missing(stream) == nil }
      let queries = metrics.reduce(0) { $0 + ($1.missing(stream) ?? 0) }
      guard silent > 0 || queries > 0 else { return nil }
      let what = silent > 0 ? "\(silent) of \(metrics.count) metrics files do not say" : "\(queries) queries lack it"
      return RolloutFinding(
        kind: .missingStream, message: "telemetry is incomplete: \(stream.rawValue): \(what); mend it and wait")
    }
    let latencies = metrics.contains(where: \.lacksLatencies)
    let counters = RolloutCounter.allCases.filter { counter in metrics.contains { $0.count(counter) == nil } }
      .map(\.title)
    let uncounted =
      counters + (latencies ? ["latencies"] : []) + (metrics.contains { $0.crashes == nil } ? ["crashes"] : [])
    return streams
      + uncounted.map { what in
        RolloutFinding(
          kind: .uncounted, message: "\(what) were not counted everywhere; none counted is not the same as none")
      }
  }

  // MARK: Observation

  /// How much of the needed time up to now was watched without a gap, and what is wrong with it.
  func observed(_ metrics: [RolloutMetrics]) -> (seconds: Int, findings: [RolloutFinding]) {
    let needed = Int(policy[stage].observationHours * 3_600)
    let from = now - needed
    var findings: [RolloutFinding] = []
    if metrics.contains(where: { $0.end > now + policy.longestGapSeconds }) {
      findings.append(
        RolloutFinding(kind: .fromTheFuture, message: "metrics end later than now; set the clocks right"))
    }
    var (seconds, reached, longest) = (0, from, 0)
    for one in metrics.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where one.end > reached {
      let start = max(one.start, reached)
      // Before the first metrics nothing was watched; that is no gap, but a late start.
      if seconds > 0 { longest = max(longest, start - reached) }
      seconds += max(0, min(one.end, now) - start)
      reached = min(one.end, now)
    }
    if !metrics.isEmpty { longest = max(longest, now - max(reached, from)) }
    if longest > policy.longestGapSeconds {
      findings.append(
        RolloutFinding(
          kind: .gap,
          message:
            "nothing was seen for \(hours(longest)) h on end; missing data is not good data: wait for a whole window"))
    }
    // Short gaps count as watched.
    if seconds + policy.longestGapSeconds < needed, !metrics.isEmpty {
      findings.append(
        RolloutFinding(
          kind: .shortObservation,
          message: "\(hours(seconds)) of \(hours(needed)) h were watched; wait for the rest"))
    }
    return (seconds, findings)
  }

  private func hours(_ seconds: Int) -> String { Decimals.fixed(Double(seconds) / 3_600, 1) }
}
