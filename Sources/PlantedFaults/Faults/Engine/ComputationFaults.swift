internal import IncrementalQueries
internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine
internal import Synchronization

/// What goes wrong on the way from a question to its answer.
enum ComputationFaults {
  static let all = [
    PlantedFault(
      "half-done-search-kept",
      "A cancelled search is kept, and the next one of its kind in the same file goes on from there.",
      suite: "cancellation", property: "fresh-equals-incremental"
    ) {
      let kept = KeptSearches()
      return Plant(steppers: { inner, query in
        guard let subject = KeptSearches.Subject(query.request) else { return inner }
        return KeepingStepper(inner: kept.take(subject) ?? inner, subject: subject, kept: kept)
      })
    },
    PlantedFault(
      "order-of-a-set", "Lists of more than two come in another order each other time.",
      suite: "protocol", property: "fixed-snapshot-deterministic"
    ) {
      let occasions = Occasions(every: 2)
      return Plant(steppers: { inner, query in
        AlteringStepper(inner: inner, query: query) { result, _ in occasions.come() ? result.rotated : result }
      })
    },
    PlantedFault(
      "quadratic-path", "The outline of a file takes time by the square of its length.",
      suite: "parse-under-edit", property: "request-latency"
    ) {
      Plant(steppers: { inner, query in
        AlteringStepper(inner: inner, query: query) { (result, context) throws(QueryInterruption) in
          guard case .documentSymbols(let file) = query.request else { return result }
          let length = try context.input(SourceInput.self, file)?.text.count ?? 0
          context.did(length * length, .tokens)
          return result
        }
      })
    },
    PlantedFault(
      "endless-loop",
      "While a string lacks its end, completion goes round in a circle (for a hundred seconds of virtual time).",
      suite: "parse-under-edit", property: "hang"
    ) {
      Plant(steppers: { inner, query in
        AlteringStepper(inner: inner, query: query) { (result, context) throws(QueryInterruption) in
          guard case .completion(let file, let position) = query.request,
            try BrokenText.lacksQuote(file, line: position.line, context)
          else { return result }
          context.did(1_000_000_000, .tokens)
          return result
        }
      })
    },
    PlantedFault(
      "gives-up-on-broken-text",
      "Diagnostics of a text that lacks three closing braces are an error in place of an answer.",
      suite: "parse-under-edit", property: "no-internal-error"
    ) {
      Plant(steppers: { inner, query in
        AlteringStepper(inner: inner, query: query) { (result, context) throws(QueryInterruption) in
          guard let file = query.request.outlined, try BrokenText.openBraces(file, context) >= 3 else { return result }
          throw .cancelled
        }
      })
    },
  ]
}

/// Lets another one compute, and changes what comes out.
struct AlteringStepper: FeatureStepper {
  typealias Alter =
    @Sendable (_ result: FeatureResult, _ context: QueryContext) throws(QueryInterruption) -> FeatureResult

  var inner: any FeatureStepper
  let query: FeatureQuery
  let alter: Alter

  init(inner: any FeatureStepper, query: FeatureQuery, alter: @escaping Alter) {
    self.inner = inner
    self.query = query
    self.alter = alter
  }

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard let result = try inner.step(in: context) else { return nil }
    return try alter(result, context)
  }
}

private final class KeptSearches: Sendable {
  /// What of a question a search is kept by.
  enum Subject: Hashable {
    case references(FileID)
    case rename(FileID)
    case symbols
    case diagnostics

    init?(_ request: FeatureRequest) {
      switch request {
      case .references(let file, _, _): self = .references(file)
      case .rename(let file, _, _): self = .rename(file)
      case .workspaceSymbols: self = .symbols
      case .workspaceDiagnostics: self = .diagnostics
      default: return nil
      }
    }
  }

  private let searches = Mutex<[Subject: any FeatureStepper]>([:])

  func take(_ subject: Subject) -> (any FeatureStepper)? { searches.withLock { $0.removeValue(forKey: subject) } }
  func put(_ subject: Subject, _ stepper: any FeatureStepper) { searches.withLock { $0[subject] = stepper } }
}

private struct KeepingStepper: FeatureStepper {
  var inner: any FeatureStepper
  let subject: KeptSearches.Subject
  let kept: KeptSearches

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    let result = try inner.step(in: context)
    if result == nil { kept.put(subject, inner) } else { _ = kept.take(subject) }
    return result
  }
}

/// What a careless parser looks at.
private enum BrokenText {
  static func lacksQuote(
    _ file: FileID, line: Int, _ context: QueryContext
  ) throws(QueryInterruption) -> Bool {
    guard let source = try context.input(SourceInput.self, file), (0..<source.lines.lineCount).contains(line) else {
      return false
    }
    let range = source.lines.range(ofLine: line, in: source.text)
    return source.text[range].count { $0 == UInt8(ascii: "\"") } % 2 == 1
  }

  static func openBraces(_ file: FileID, _ context: QueryContext) throws(QueryInterruption) -> Int {
    guard let text = try context.input(SourceInput.self, file)?.text else { return 0 }
    return text[0..<text.count].reduce(0) { open, byte in
      switch byte {
      case UInt8(ascii: "{"): open + 1
      case UInt8(ascii: "}"): open - 1
      default: open
      }
    }
  }
}

extension FeatureRequest {
  /// The file whose diagnostics, outline or folds are asked for.
  fileprivate var outlined: FileID? {
    switch self {
    case .diagnostics(let file), .documentSymbols(let file), .foldingRanges(let file): file
    default: nil
    }
  }
}

extension FeatureResult {
  fileprivate var rotated: FeatureResult {
    switch self {
    case .locations(let list): .locations(Self.rotate(list))
    case .workspaceSymbols(let list): .workspaceSymbols(Self.rotate(list))
    case .completion(let list):
      .completion(Self.rotate(list))
    default: self
    }
  }

  private static func rotate(_ list: CompletionList) -> CompletionList {
    var list = list
    list.items = rotate(list.items)
    return list
  }

  private static func rotate<Element>(_ list: [Element]) -> [Element] {
    list.count > 2 ? Array(list.dropFirst()) + list.prefix(1) : list
  }
}
