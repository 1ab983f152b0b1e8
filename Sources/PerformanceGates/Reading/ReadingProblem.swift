/// What is wrong in a file that a person or a program wrote: where, what, and what to do.
package struct ReadingProblem: Sendable, Equatable, CustomStringConvertible {
  /// Counted from 1.
  package var line: Int
  /// The member, such as `paths.startup.medianPercent`; empty for the whole file.
  package var place: String
  package var what: String
  package var remedy: String

  package init(line: Int, place: String, what: String, remedy: String) {
    self.line = line
    self.place = place
    self.what = what
    self.remedy = remedy
  }

  package var description: String { "line \(line)\(place.isEmpty ? "" : ", \(place)"): \(what); \(remedy)" }
}

/// All that is wrong with a file, so that it need not be mended one error at a time.
package struct ReadingProblems: Error, Equatable, CustomStringConvertible {
  /// In the order of the file; at least one.
  package var problems: [ReadingProblem]

  package init(_ problems: [ReadingProblem]) { self.problems = problems }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
