import EngineBenchmarks
import Foundation
import TestSupport
import Testing

/// Each path does what its name says, and the same each time.
struct PathTests {
  private static func run(_ name: String, operations: Int) async throws -> (work: WorkCounters, answers: [String]) {
    let folder = NSTemporaryDirectory() + "reprise-paths-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let part = try #require(PikeCorpus.all.first { $0.name == BenchmarkSet.needs(of: name)?.part })
    try CorpusFolder.write(part.files(), to: folder + "/" + part.name)
    var path = try await BenchmarkSet.start(name, corpus: folder, program: Tool.reprise)
    return try await path.count(operations: operations)
  }

  @Test(arguments: BenchmarkSet.names)
  func theSameWorkIsCountedAndAnsweredTheSame(name: String) async throws {
    let one = try await Self.run(name, operations: 6)
    let other = try await Self.run(name, operations: 6)
    #expect(one.work == other.work)
    #expect(one.answers == other.answers)
    #expect(one.answers.count == 6)
  }

  @Test func aKeystrokeIsAnsweredWithTheDiagnosticsOfItsVersion() async throws {
    // "  int to": a declaration that is not finished, in the seventh version only.
    let (work, answers) = try await Self.run("first diagnostic", operations: 8)
    #expect(answers[0].isEmpty)
    #expect(answers[7].contains("syntax"))
    #expect(work.executed > 0 && work.tokens > 0)
  }

  @Test func aWarmDocumentIsValidatedAndNotComputedAgain() async throws {
    let (work, _) = try await Self.run("warm validation", operations: 5)
    #expect(work.executed == 0)
    #expect(work.validated > 0)
  }

  @Test func aClosedFileIsReadAnew() async throws {
    let (work, _) = try await Self.run("closed file", operations: 4)
    #expect(work.tokens > 0)
  }

  @Test(arguments: [
    ("hover on a library symbol", "measure_0"), ("resolve a module", "/workspace/Module3.pmod"),
    ("resolve a library module", "/library/modules/Toolbox.pmod/Tool0.pmod"),
    ("resolve a nested library module", "/library/modules/Toolbox.pmod/Inner.pmod/Deep.pmod"),
  ])
  func whatIsAskedForIsFound(name: String, expected: String) async throws {
    let (_, answers) = try await Self.run(name, operations: 3)
    for answer in answers { #expect(answer.contains(expected), "\(answer)") }
  }

  @Test func symbolsAreSearchedInTenThousand() async throws {
    let (_, answers) = try await Self.run("workspace symbols", operations: 7)
    #expect(answers.contains { $0.contains("Module") })
    let symbols = PikeCorpus.large.files().filter { $0.path.hasPrefix("workspace/Module") }
      .reduce(0) {
        $0
          + $1.text.split(separator: "\n").count {
            $0.hasPrefix("int ") || $0.hasPrefix("class ") || $0.hasPrefix("constant ")
          }
      }
    #expect(symbols >= 10_000)
  }

  @Test func startupEndsWithDiagnostics() async throws {
    let (_, answers) = try await Self.run("startup", operations: 2)
    for answer in answers {
      #expect(answer.contains("`missing` is not defined"))
      #expect(!answer.contains("Module2"), "the module beside it was not found: \(answer)")
    }
  }
}

struct CorpusTests {
  @Test(arguments: PikeCorpus.all)
  func theSameSeedMakesTheSameFiles(corpus: PikeCorpus) {
    #expect(corpus.files() == corpus.files())
    var other = corpus
    other.seed += 1
    #expect(other.files() != corpus.files())
  }

  @Test func whatIsWrittenIsRead() throws {
    let folder = NSTemporaryDirectory() + "reprise-corpus-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for part in PikeCorpus.all { try CorpusFolder.write(part.files(), to: folder + "/" + part.name) }
    for part in try CorpusFolder.parts(in: folder) {
      let generated = PikeCorpus.all.first { $0.name == part.name }?.files() ?? []
      #expect(part.files == generated.sorted { $0.path < $1.path })
    }
    #expect(throws: BenchmarkFailure.self) { try CorpusFolder.parts(in: folder + "/nothing") }
  }
}
