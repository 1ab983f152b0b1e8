import ArgumentParser
import IncrementalQueries
import PikeAnalysis
import QueryEngine
struct Steps: AsyncParsableCommand {
  @OptionGroup var library: LibraryOptions
  func run() async throws {
    let subject = try EngineUnderTest(library: library.library) { $0.stepper = { T(run: FeatureRun($0)) } }
    _ = await subject.ask(.libraryIndex)
  }
}
struct T: FeatureStepper { var run: FeatureRun
  mutating func step(in c: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    let s = ContinuousClock.now
    defer { let d = ContinuousClock.now - s; if d > .milliseconds(1.5) { print("step", d, c.work, c.countsByQuery.map { "\($0.name):\($0.counts.executed)" }) } }
    return try run.step(in: c)
  }
}
