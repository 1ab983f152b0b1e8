import JSONRPC
import Testing

@testable import PerformanceGates

@Suite struct RolloutFileTests {
  private var metrics: RolloutMetrics {
    var latencies = LatencyBuckets()
    for milliseconds in [0.5, 12.3456, 900] { latencies.record(milliseconds: milliseconds) }
    return RolloutMetrics(
      stage: .canary25, instance: "host-1", build: "b7", tags: [RolloutMetrics.Tag("os", "linux")], start: 100,
      end: 200,
      queries: 3, errors: 1, latencies: latencies, crashes: [150])
  }

  private func problems(_ old: String, _ new: String) -> String {
    let text = Sample.text(metrics.json)
    guard text.contains(old) else { return "the example does not contain \(old)" }
    do {
      _ = try RolloutMetrics(parsing: Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
      return "none"
    } catch { return error.description }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    #expect(try RolloutMetrics(parsing: metrics.json.serialized()) == metrics)
    var bare = metrics
    (bare.crashes, bare.counters, bare.missing) = (nil, [], [])
    #expect(try RolloutMetrics(parsing: bare.json.serialized()) == bare)
  }

  @Test func damageIsNamed() {
    #expect(problems("\"stage\":\"canary-25\"", "\"stage\":\"canary-50\"").contains("write one of internal, canary-5"))
    #expect(problems("\"end\":200", "\"end\":20").contains("is before the start"))
    #expect(problems("\"errors\":1", "\"errors\":4").contains("are more than the queries"))
    #expect(problems("\"cancelled\":0", "\"cancelled\":3").contains("and cancelled are more than the queries"))
    #expect(problems("\"latenciesUs\":[[", "\"latenciesUs\":[[1,1],[").contains("latenciesUs: are more than"))
    #expect(problems("\"latenciesUs\":[[", "\"latenciesUs\":[[1,2,").contains("latenciesUs[0] is no bucket"))
    #expect(problems("\"queries\":3", "\"queries\":-3").contains("a whole number"))
    #expect(problems("\"build\":\"b7\",", "").contains("build: is missing"))
    #expect(problems("\"counters\":{", "\"counters\":{\"newOne\":3,") == "none")
  }

  @Test func bucketsAreNeverTooLowAndHardlyTooHigh() {
    for microseconds in stride(from: 1, to: 3_000_000, by: 977) {
      let bound = LatencyBuckets.bound(microseconds)
      #expect(bound >= microseconds && Double(bound) <= Double(microseconds) * 1.01 + 0.001)
      #expect(LatencyBuckets.bound(bound) == bound)
    }
  }

  @Test func percentilesAreOfAllInstancesTogether() {
    var latencies = LatencyBuckets()
    #expect(latencies.percentile(95) == nil)
    for milliseconds in 1...100 { latencies.record(milliseconds: Double(milliseconds)) }
    #expect(latencies.percentile(95) == 95 && latencies.percentile(100) == 100 && latencies.percentile(1) == 1)
    var both = latencies
    both.add(latencies)
    #expect(both.count == 200 && both.percentile(95) == 95)
    latencies.record(milliseconds: .nan)
    #expect(latencies.count == 100)
  }

  @Test func aPolicyFileChangesWhatItNames() throws {
    let text = """
      {
        "schemaVersion": 1,
        "stages": { "ga": { "observationHours": 72 }, "canary-5": { "p95Ms": 250 } },
        "crashLoopCount": 2
      }
      """
    let policy = try RolloutPolicy(parsing: Array(text.utf8))
    #expect(policy[.ga].observationHours == 72 && policy[.ga].p95Ms == 300 && policy[.canary5].p95Ms == 250)
    #expect(policy.crashLoop == (count: 2, seconds: 600))
    #expect { try RolloutPolicy(parsing: Array(text.replacing("\"ga\"", with: "\"gaa\"").utf8)) } throws: {
      "\($0)" == "line 3, stages.gaa: is unknown; did you mean ga?"
    }
    #expect { try RolloutPolicy(parsing: Array(text.replacing("72", with: "\"72\"").utf8)) } throws: {
      "\($0)".contains("line 3, stages.ga.observationHours: expected a number")
    }
  }

  // MARK: Telemetry of answers

  private func collect(_ answers: [String]) throws -> TelemetryCollector {
    var collector = TelemetryCollector()
    for answer in answers { collector.add(answer: try JSONValue(parsing: Array(answer.utf8))) }
    return collector
  }

  private static let complete = """
    "metrics":{"requestId":"r1","snapshotRequested":"latest","snapshotIdUsed":"snp-3","durationMs":12.5,"queueWaitMs":0,\
    "cancelled":false,"cacheHit":true,"recomputed":{}}
    """

  private func metrics(_ collector: TelemetryCollector) -> RolloutMetrics {
    collector.metrics(stage: .internal, instance: "i", build: "b", start: 0, end: 1, counters: [], crashes: nil)
  }

  @Test func answersAreCounted() throws {
    let collector = try collect([
      "{\"id\":1,\"result\":{\(Self.complete)}}",
      "{\"id\":2,\"error\":{\"code\":-32800,\"message\":\"\",\"data\":{\(Self.complete)}}}",
      "{\"id\":3,\"error\":{\"code\":-32603,\"message\":\"\",\"data\":{\(Self.complete)}}}",
    ])
    #expect(collector.queries == 3 && collector.errors == 1 && collector.cancelledQueries == 1)
    #expect(collector.latencies.count == 1 && collector.latencies.percentile(95) == 12.5)
    #expect(metrics(collector).missing.allSatisfy { $0.queries == 0 })
  }

  @Test(arguments: TelemetryStream.allCases)
  func aMissingStreamIsNoticed(_ stream: TelemetryStream) throws {
    let broken = Self.complete.replacing("\"\(stream.rawValue)\"", with: "\"x\"")
    let missing = metrics(try collect(["{\"id\":1,\"result\":{\(broken)}}"])).missing.filter { $0.queries > 0 }
    #expect(missing.map(\.stream) == [stream])
  }

  @Test func answersWithoutMetricsLackAllStreams() throws {
    let collector = try collect([
      "{\"id\":1,\"result\":{}}", "{\"id\":2,\"error\":{\"code\":-32800,\"message\":\"\"}}",
    ])
    #expect(metrics(collector).missing.allSatisfy { $0.queries == 2 })
  }
}
