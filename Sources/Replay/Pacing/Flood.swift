/// All messages at once, as fast as the server takes them.
package struct Flood: Pacing {
  package let name = "flood"
  package let awaitsDependencies = false

  package init() {}

  package func delay(_ microseconds: Int64) -> Int64? { nil }
}
