/// Why nothing could be measured: what, where, and what to try.
package struct BenchmarkingError: Error, Sendable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
