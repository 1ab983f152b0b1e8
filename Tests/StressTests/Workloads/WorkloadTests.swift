import JSONRPC
import Recording
import Replay
import Simulation
import Stress
import Testing
import Transcript

@Suite struct WorkloadTests {
  static let names = Workloads.all.map { $0.name }
  static let seeds = 0..<200

  @Test(arguments: names)
  func theSameSeedWritesTheSameBytes(_ name: String) throws {
    for seed in Self.seeds {
      let first = try Sample(name, seed: seed)
      let second = try Sample(name, seed: seed)
      let areEqual = first.session.records == second.session.records && first.session.header == second.session.header
      #expect(areEqual, "seed \(seed)")
    }
    let other = try Set(Self.seeds.map { try Sample(name, seed: $0).bodies })
    #expect(other.count > 190, "seeds write different sessions")
  }

  @Test(arguments: names)
  func whatIsWrittenIsLegal(_ name: String) throws {
    for seed in Self.seeds {
      let sample = try Sample(name, seed: seed)
      guard sample.isLegal else { continue }
      let problems = sample.problems
      #expect(problems.isEmpty, "seed \(seed): \(problems.prefix(3))")
    }
  }

  @Test(arguments: names)
  func theTextsAreThoseThatTheMessagesLeadTo(_ name: String) throws {
    for seed in Self.seeds {
      let sample = try Sample(name, seed: seed)
      guard sample.isLegal else { continue }
      let transcript = Transcript(sample.asLanguageServer)
      for path in sample.script.openPaths {
        let text = transcript.documents.text(of: sample.script.uri(path), atRecord: .max)
        #expect(text == sample.script.text(path), "seed \(seed), \(path)")
        #expect(
          transcript.documents.version(of: sample.script.uri(path), atRecord: .max) == sample.script.version(path))
      }
    }
  }

  @Test(arguments: names)
  func sessionsAreAboutAsLongAsAsked(_ name: String) throws {
    var total = 0
    for seed in Self.seeds {
      let count = try Sample(name, seed: seed).script.messageCount
      total += count
      #expect((4...90).contains(count), "seed \(seed)")
    }
    let mean = total / Self.seeds.count
    #expect((12...45).contains(mean))
  }

  @Test(arguments: names)
  func aRecordingOfItIsReadAsItWas(_ name: String) throws {
    for seed in 0..<8 {
      let session = try Sample(name, seed: seed).session
      var reader = try RecordingReader(bytes: Sample.file(session))
      var records: [Record] = []
      while let record = try reader.next() { records.append(record) }
      let isEqual = records == session.records && reader.header == session.header
      #expect(isEqual && reader.ending == .complete, "seed \(seed)")
    }
  }
}
