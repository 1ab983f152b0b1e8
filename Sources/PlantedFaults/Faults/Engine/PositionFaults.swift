internal import IncrementalQueries
internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine

/// Columns and ranges.
enum PositionFaults {
  static let all = [
    PlantedFault(
      "edit-columns-in-code-points", "The columns of an edit are counted in code points although UTF-16 was agreed on.",
      .adapter, suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(engine: { CodePointEdits($0) }) },
    PlantedFault(
      "query-columns-in-bytes", "Where a hover or a definition is asked about, columns are counted in bytes.",
      .adapter, suite: "protocol", property: "whole-words"
    ) {
      Plant(options: { options in
        let make = options.stepper
        options.stepper = { query in
          switch query.request {
          case .hover, .definition: make(FeatureQuery(query.request, encoding: .utf8))
          default: make(query)
          }
        }
      })
    },
    PlantedFault(
      "range-past-line-end", "Diagnostics of the syntax end one column late.",
      suite: "parse-under-edit", property: "positions-in-document"
    ) {
      Plant(steppers: { inner, query in
        AlteringStepper(inner: inner, query: query) { result, _ in
          guard case .diagnostics(let list) = result else { return result }
          return .diagnostics(list.map { $0.code == "syntax" ? $0.withLaterEnd : $0 })
        }
      })
    },
  ]
}

private final class CodePointEdits: PassingEngine, @unchecked Sendable {
  override func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    try super.changeDocument(
      file, version: version, changes: changes, encoding: encoding == .utf16 ? .utf32 : encoding)
  }
}

extension Diagnostic {
  fileprivate var withLaterEnd: Diagnostic {
    var late = self
    let end = range.upperBound
    late.range = range.lowerBound..<TextPosition(line: end.line, column: end.column + 1)
    return late
  }
}
