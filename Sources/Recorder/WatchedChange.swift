/// A file that was made or changed on disk, as the client told the server.
struct WatchedChange: Equatable, Sendable {
  /// Its place among all changes that the client told of, counted from 0.
  var number: Int
  var uri: String
}
