import Measurement
package import PerformanceGates

/// Two programs that can be measured side by side.
package protocol Contest {
  var base: Contestant { get }
  var target: Contestant { get }
  /// The path that self-tests are made with: short, or of many samples.
  var selfTestPath: String { get }

  /// Starts both afresh, measures, and ends both.
  func restart(_ number: Int, _ plans: [RestartPlan]) throws(BenchmarkingError) -> [RestartResult]
}

/// One of the two.
package struct Contestant: Sendable, Equatable {
  package var command: [String]
  /// Where it runs; nil for here.
  package var directory: String?
  package var corpus: String
  package var paths: [String]

  package init(command: [String], directory: String?, corpus: String, paths: [String]) {
    self.command = command
    self.directory = directory
    self.corpus = corpus
    self.paths = paths
  }
}

/// What a restart measures of one path, or for one self-test.
package struct RestartPlan: Sendable, Equatable {
  package var kind: Series.Kind
  package var path: String
  /// As many as are worth while, if they do not take too long.
  package var pairs: Int
  /// As many as there must be, however long they take.
  package var fewestPairs: Int
  /// Operations a sample; nil while nobody knows what one takes.
  package var batch: Int?
}

package struct RestartResult: Sendable {
  package var kind: Series.Kind
  package var path: String
  package var batch: Int
  package var answers: BySide<String>
  package var samples: Series.Restart
  package var counters: [(name: String, values: BySide<Int>)]
  package var peakMemory: BySide<Int>?
}
