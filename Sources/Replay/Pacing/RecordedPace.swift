/// Messages keep the distances in time that they had in the recording, times a factor: 0.5 takes half the time.
package struct RecordedPace: Pacing {
  package let name: String
  package let awaitsDependencies = false
  private let factor: Double

  package init(factor: Double, name: String) {
    self.factor = factor
    self.name = name
  }

  package func delay(_ microseconds: Int64) -> Int64? {
    // A file may claim any time; a year is long enough, and fits.
    Int64(min(max(Double(microseconds) * factor, 0), 3.2e13))
  }
}
