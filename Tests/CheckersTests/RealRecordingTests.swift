import Foundation
import Recording
import Testing

@testable import Checkers

/// The recordings of real sessions, with real servers and our own engine, have no faults.
@Suite struct RealRecordingTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "recordings")

  private static func findings(in name: String, _ limits: CheckerLimits = CheckerLimits()) throws -> [Finding] {
    var reader = try RecordingReader(path: folder.appending(path: "\(name).trace.gz").path)
    var judge = Judge(framing: reader.header.framing, limits: limits)
    var findings: [Finding] = []
    while let record = try reader.next() { findings += judge.consume(record) }
    return findings + judge.finish(isComplete: reader.ending == .complete)
  }

  @Test(arguments: ["neovim-clangd", "emacs-clangd", "neovim-ty", "neovim-sourcekit-lsp"])
  func otherServersHaveNoFaults(name: String) throws {
    let faults = try Self.findings(in: name).filter { $0.weight == .must }
    #expect(faults.isEmpty, "\(faults)")
  }

  /// The embedded engine is held to all that it promises.
  @Test(arguments: ["neovim-pike", "pike-typing", "pike-refactoring", "pike-branches"])
  func theEmbeddedEngineKeepsItsPromises(name: String) throws {
    var limits = CheckerLimits()
    limits.promises = .all
    let faults = try Self.findings(in: name, limits).filter { $0.weight == .must }
    #expect(faults.isEmpty, "\(faults)")
  }

  /// A limit that nobody can keep shows that these sessions are really judged.
  @Test func impossibleLimitsAreBroken() throws {
    var limits = CheckerLimits()
    (limits.typing, limits.interactive, limits.longestAnswer, limits.firstDiagnostics) = (0, 0, 0, 0)
    let broken = Set(try Self.findings(in: "pike-typing", limits).filter { $0.weight == .must }.map(\.checker))
    #expect(broken == ["request-latency", "hang", "first-diagnostics"])
  }
}
