import Recording
import Replay
import Stress
import Testing

@Suite struct WorkloadTests {
  /// A handshake is as long as it is, and there are few of them.
  static let names = Workloads.all.map { $0.name }.filter { $0 != Handshakes.name }
  static let legal = names.filter { name in Workloads.all.contains { $0.name == name && $0.isLegal } }

  @Test(arguments: names)
  func theSameSeedWritesTheSameBytes(_ name: String) throws {
    let samples = try Sample.all(name)
    for first in samples {
      let second = try Sample(name, seed: first.seed).session
      let areEqual = first.session.records == second.records && first.session.header == second.header
      #expect(areEqual, "seed \(first.seed)")
    }
    let different = Set(samples.map(\.bodies)).count
    #expect(different > samples.count * 4 / 5, "seeds write different sessions")
  }

  @Test(arguments: legal)
  func whatIsWrittenIsLegal(_ name: String) throws {
    for sample in try Sample.all(name) {
      let problems = sample.problems
      #expect(problems.isEmpty, "seed \(sample.seed): \(problems.prefix(3))")
    }
  }

  @Test(arguments: names)
  func theTextsAreThoseThatTheMessagesLeadTo(_ name: String) throws {
    for sample in try Sample.all(name) {
      let problems = sample.textProblems
      #expect(problems.isEmpty, "seed \(sample.seed): \(problems.prefix(3))")
    }
  }

  @Test(arguments: names)
  func sessionsAreAboutAsLongAsAsked(_ name: String) throws {
    let counts = try Sample.all(name).map(\.script.messageCount)
    let mean = counts.reduce(0, +) / counts.count
    #expect((counts.min() ?? 0) >= 2 && (counts.max() ?? 0) <= 90 && (8...45).contains(mean), "\(mean)")
  }

  @Test(arguments: names)
  func aRecordingOfItIsReadAsItWas(_ name: String) throws {
    for sample in try Sample.all(name).prefix(12) {
      var reader = try RecordingReader(bytes: Sample.file(sample.session))
      var records: [Record] = []
      while let record = try reader.next() { records.append(record) }
      let isEqual = records == sample.session.records && reader.header == sample.session.header
      #expect(isEqual && reader.ending == .complete, "seed \(sample.seed)")
    }
  }
}
