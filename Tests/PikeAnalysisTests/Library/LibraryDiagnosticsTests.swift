import PikeSyntax
import Testing

@testable import PikeAnalysis

@Suite(.enabled(if: LibraryDatabase.isInstalled && PikeCompiler.isInstalled, "Pike's library is not installed"))
struct LibraryDiagnosticsTests {
  /// pike compiles it although what it needs is not there: then its `#require` stops the compiler without a word.
  private static let notReallyCompiled: Set = ["/usr/lib/pike8.0/modules/Sql.pmod/mysqls.pike"]

  @Test func whatPikeCompilesHasNoErrors() throws {
    let library = LibraryDatabase()
    let texts = LibraryDatabase.files.map { ($0, SourceText.contents(of: $0)) }
    let verdicts = try PikeCompiler.verdicts(on: texts.map { ($0, $1.bytes) })
    #expect(verdicts.count == texts.count)
    var compiled = 0
    for ((path, _), verdict) in zip(texts, verdicts) where verdict.compiles && !Self.notReallyCompiled.contains(path) {
      compiled += 1
      for error in try library.diagnostics(of: path) where error.severity == .error {
        Issue.record("\(path):\(error.range.lowerBound.line + 1): \(error.code): \(error.message)")
      }
    }
    #expect(compiled > 500)
  }
}
