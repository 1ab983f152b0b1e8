/// What a suite may set bounds for.
package enum StressLimits {
  /// By the name in suite files; whether it is a time.
  package static let names: [(name: String, isTime: Bool)] = [
    ("cancel-to-answer", true), ("typing", true), ("interactive", true), ("background", true),
    ("first-diagnostics", true),
    ("longest-answer", true),
  ]
}
