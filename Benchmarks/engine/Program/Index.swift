import ArgumentParser
import PikeAnalysis
import QueryEngine

/// The cold index of the library, CPU time.
struct Index: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "The item trees of the whole installed library, cold.")

  @OptionGroup var library: LibraryOptions

  func run() async throws {
    let subject = try EngineUnderTest(library: library.library)
    let start = processMilliseconds()
    let response = await subject.ask(.libraryIndex)
    let time = processMilliseconds() - start
    guard case .result(.libraryIndex(let fileCount)) = response.outcome, fileCount > 0 else {
      throw ValidationError("nothing was indexed: \(response.outcome); is pike8.0 installed?")
    }
    row(
      "cold index of \(fileCount) files, CPU", asked: "1500 ms", measured: "\(format(time)) ms",
      holds: time < 1_500)
  }
}
