import Simulation
import Stress
import Testing

@Suite struct SampleWorkspaceTests {
  static let languages = SampleWorkspace.Language.allCases

  private static func workspaces(_ language: SampleWorkspace.Language) -> [SampleWorkspace] {
    (0..<40 as Range<UInt64>).map { seed in
      var choices = Choices(seed: seed)
      return SampleWorkspace.make(language, &choices)
    }
  }

  @Test(arguments: languages)
  func namesStandWhereTheyAreSaidTo(_ language: SampleWorkspace.Language) {
    for workspace in Self.workspaces(language) {
      for file in workspace.sources {
        for place in file.places where place.kind == .use || place.kind == .definition {
          let isThere = file.text[place.range].elementsEqual(place.name.utf8)
          #expect(isThere, "\(place.name) in \(file.path)")
        }
        for place in file.places where place.kind == .call { #expect(file.text[place.offset - 1] == 0x28) }
        for place in file.places where place.kind == .member {
          #expect([0x2E, 0x3E].contains(file.text[place.offset - 1]))
        }
      }
    }
  }

  @Test(arguments: languages)
  func definitionsAreOfTheNameThatIsUsed(_ language: SampleWorkspace.Language) {
    for workspace in Self.workspaces(language) {
      var found = 0
      for file in workspace.sources {
        for place in file.places where place.kind == .use {
          guard let definition = place.definition, let other = workspace.file(definition.path) else { continue }
          let text = other.text[definition.offset...].prefix(place.name.utf8.count)
          let isThere = text.elementsEqual(place.name.utf8)
          #expect(isThere, "\(place.name) in \(definition.path)")
          if definition.path != file.path { found += 1 }
        }
      }
      #expect(found > 0, "something is used across files")
    }
  }

  @Test(arguments: languages)
  func projectsAreSmallAndHaveWhatWorkloadsNeed(_ language: SampleWorkspace.Language) {
    for workspace in Self.workspaces(language) {
      #expect((2...5).contains(workspace.sources.count))
      for file in workspace.sources {
        let lines = file.text.count { $0 == 0x0A }
        #expect(lines <= 70, "\(file.path)")
      }
      let kinds: [SamplePlace.Kind] = [.definition, .use, .call, .member, .statement]
      for kind in kinds {
        let has = workspace.sources.contains { $0.places.contains { $0.kind == kind } }
        #expect(has, "\(kind)")
      }
    }
  }

  @Test func seedsMakeTextsWithAllSortsOfCharactersAndLineEnds() {
    let texts = Self.workspaces(.pike).flatMap { $0.sources.map(\.text) }
    let hasSurrogates = texts.contains { $0.contains { $0 >= 0xF0 } }
    let hasCarriageReturns = texts.contains { $0.contains(0x0D) }
    let hasPlainEnds = texts.contains { !$0.contains(0x0D) }
    #expect(hasSurrogates && hasCarriageReturns && hasPlainEnds)
  }

  @Test func scaleMakesMoreCode() {
    var (small, large) = (Choices(seed: 1), Choices(seed: 1))
    let one = SampleWorkspace.make(.pike, &small).sources.reduce(0) { $0 + $1.text.count }
    let ten = SampleWorkspace.make(.pike, &large, scale: 10).sources.reduce(0) { $0 + $1.text.count }
    #expect(ten > 4 * one)
  }
}
