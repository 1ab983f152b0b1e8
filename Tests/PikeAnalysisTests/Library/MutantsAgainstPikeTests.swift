import Foundation
import PikeSyntax
import TestSupport
import Testing

@testable import PikeAnalysis

extension SourceText {
  static func contents(of path: String) -> SourceText {
    SourceText([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
  }
}

/// Files of the library in which one name was changed.
@Suite(.enabled(if: LibraryDatabase.isInstalled && PikeCompiler.isInstalled, "Pike's library is not installed"))
struct MutantsAgainstPikeTests {
  private struct Mutant {
    var path: String
    var text: SourceText
    /// The name that stood there, and the one that stands there now.
    var names: [String]
    var line: Int
  }

  private static let newName = "Zmutant"
  private static let count = 300

  @Test func whatPikeDoesNotKnowIsReportedAndNothingElse() throws {
    let library = LibraryDatabase()
    let mutants = Self.mutants()
    let verdicts = try PikeCompiler.verdicts(on: mutants.map { ($0.path, $0.text.bytes) })
    #expect(verdicts.count == mutants.count)
    var (reported, known) = (0, 0)
    for (mutant, verdict) in zip(mutants, verdicts) {
      let errors = try library.diagnostics(of: mutant.path, text: mutant.text).filter { $0.severity == .error }
      let place = "\(mutant.path):\(mutant.line): \(mutant.names[0]) as \(Self.newName)"
      if verdict.compiles {
        for error in errors { Issue.record("\(place): \(error.message)") }
      } else if verdict.errors.contains(where: { Self.saysUndefined($0, mutant.names) }) {
        reported += 1
        if errors.contains(where: { $0.code == "undefined-name" || $0.code.hasPrefix("unresolved") }) {
          known += 1
        } else if ProcessInfo.processInfo.environment["SHOW_MUTANTS"] != nil {
          print("overlooked: \(place): \(verdict.errors[0])")
        }
      }
    }
    print("mutants: pike reports \(reported) of \(mutants.count) as undefined, we \(known) of those")
    #expect(reported > Self.count / 4)
    #expect(known * 100 >= reported * 80, "\(known) of \(reported)")
  }

  private static func saysUndefined(_ message: String, _ names: [String]) -> Bool {
    names.contains {
      message.hasPrefix("Undefined identifier \($0).") || message.hasPrefix("Index '\($0)' not present")
    }
  }

  private static func mutants() -> [Mutant] {
    var random = SeededGenerator(seed: 8)
    let files = LibraryDatabase.files
    var result: [Mutant] = []
    while result.count < count {
      let path = files[Int(random.next() % UInt64(files.count))]
      let text = SourceText.contents(of: path)
      let names = SyntaxTree.parse(text).rootNode.tokens.filter {
        $0.kind == .identifier && !$0.isVirtual && !$0.isMissing && !$0.namesMacro
      }
      guard !names.isEmpty else { continue }
      let token = names[Int(random.next() % UInt64(names.count))]
      let edit = TextEdit(range: token.textRange, replacement: newName)
      let line = LineIndex(text).line(at: token.textOffset) + 1
      result.append(Mutant(path: path, text: text.applying(edit), names: [token.text, newName], line: line))
    }
    return result
  }
}
