/// Each message is sent when what it depended on has happened: order and content are the recording's, time is the server's.
package struct Lockstep: Pacing {
  package let name = "lockstep"
  package let awaitsDependencies = true

  package init() {}

  package func delay(_ microseconds: Int64) -> Int64? { nil }
}
