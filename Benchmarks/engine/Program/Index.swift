import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// The cold index of the library, CPU time.
struct Index: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "The item trees of the whole installed library, cold.")

  @OptionGroup var library: LibraryOptions

  func run() async throws {
    let subject = try EngineUnderTest(library: library.library)
    let (time, response) = await processMilliseconds { await subject.ask(.libraryIndex) }
    guard case .result(.libraryIndex(let fileCount)) = response.outcome, fileCount > 0 else {
      throw ValidationError("nothing was indexed: \(response.outcome); is pike8.0 installed?")
    }
    row(
      "cold index of \(fileCount) files, CPU", asked: "1500 ms", measured: "\(time.rounded(0)) ms",
      holds: time < 1_500)
  }
}
