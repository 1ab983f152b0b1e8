import Foundation
import PlantedFaults
import QueryEngine
import Testing

/// That `reprise engine` cannot have a fault: read off the sources, since it must hold for any command line and environment.
struct ReleaseEngineTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func sources(_ folder: String) throws -> [(name: String, text: String)] {
    let folder = root.appending(path: "Sources/\(folder)")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  private static func code(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
  }

  /// With `MemberImportVisibility`, what a file does not import it cannot name.
  @Test func theCommandAndItsSessionImportNoFaults() throws {
    let sources = try Self.sources("reprise").filter { $0.name.hasPrefix("Engine") }
    #expect(
      sources.contains { $0.name == "EngineCommand.swift" } && sources.contains { $0.name == "EngineSession.swift" })
    for (name, text) in sources {
      let code = Self.code(text)
      #expect(!code.contains("PlantedFaults"), "\(name)")
      #expect(!code.lowercased().contains("sabotage"), "\(name)")
      #expect(!code.contains("EmbeddedEngine") && !code.contains("PlantedE"), "\(name)")
    }
  }

  @Test func theSessionMakesItsOwnOptions() throws {
    let session = try #require(Self.sources("reprise").first { $0.name == "EngineSession.swift" }).text
    #expect(session.contains("var engineOptions = EngineOptions()"))
    #expect(session.contains("files: LocalFiles(), clock: ContinuousClock()"))
    #expect(!session.contains("getenv") && !session.contains("ProcessInfo"))
  }

  @Test func anEngineIsHealthyUnlessSomebodySaysOtherwise() { #expect(EngineOptions().sabotage == nil) }

  @Test(arguments: ["EngineProtocols", "PikeSyntax", "Replay", "reprise"])
  func nobodyElseMakesAnEngineWrong(target: String) throws {
    for (name, text) in try Self.sources(target) {
      #expect(!Self.code(text).contains("sabotage"), "\(target)/\(name)")
    }
  }
}
