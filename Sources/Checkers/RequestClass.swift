import Recording
import Transcript

/// How urgent a request is.
enum RequestClass: String, Sendable {
  case typing, interactive, background

  /// Nil for what is not timed: starting, stopping, and polls that stay open.
  init?(_ exchange: Exchange) {
    guard exchange.request.from == .client else { return nil }
    if let query = exchange.query {
      self.init(query)
    } else {
      self.init(method: exchange.request.method)
    }
  }

  private init(_ query: EngineQuery) {
    if let named = query.requestClass.flatMap(RequestClass.init(rawValue:)) {
      self = named
      return
    }
    switch query.feature {
    case "diagnostics", "completion", "signature_help": self = .typing
    case "workspace_diagnostics", "library_index": self = .background
    default: self = .interactive
    }
  }

  private init?(method: String) {
    switch method {
    case Method.initialize, Method.shutdown, Method.workspaceDiagnostic: return nil
    case Method.completion, Method.signatureHelp, Method.documentDiagnostic, Method.onTypeFormatting: self = .typing
    case Method.executeCommand: self = .background
    default: self = .interactive
    }
  }
}

extension CheckerLimits {
  /// From a request to its answer.
  func latency(of requestClass: RequestClass) -> Int64? {
    switch requestClass {
    case .typing: typing
    case .interactive: interactive
    case .background: background
    }
  }

  /// From a query's arrival to its first step.
  func queueWait(of requestClass: RequestClass) -> Int64? {
    switch requestClass {
    case .typing: typingQueueWait
    case .interactive: interactiveQueueWait
    case .background: backgroundQueueWait
    }
  }
}

extension Int64 {
  /// A number of microseconds, for people.
  var duration: String {
    let (milliseconds, rest) = quotientAndRemainder(dividingBy: 1000)
    return rest == 0 ? "\(milliseconds) ms" : "\(Double(self) / 1000) ms"
  }
}
