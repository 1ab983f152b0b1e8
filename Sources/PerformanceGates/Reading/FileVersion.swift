/// The versions of the formats that this module reads and writes, all in one place.
package enum FileVersion {
  package static let budgets = 1
  package static let comparison = 1
  package static let verdict = 1
  package static let history = 1
  package static let corpus = 1
  package static let rolloutMetrics = 1
  package static let rolloutPolicy = 1
}

extension ObjectReader {
  /// Notes a file that is not of this version.
  package func checkVersion(_ version: Int) {
    guard let found = required("schemaVersion", "add \"schemaVersion\": \(version)", { $0.integer($1) }) else { return }
    if found != version {
      problem("schemaVersion", "is \(found)", "this program reads \(version); use the version that wrote the file")
    }
  }
}
