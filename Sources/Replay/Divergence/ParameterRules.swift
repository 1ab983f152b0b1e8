import JSONRPC
import Transcript

/// Which parts of a message's parameters vary from run to run without making it another message.
enum ParameterRules {
  private static let everywhere: [ComparisonRule] = [
    ComparisonRule([], "workDoneToken", .ignored, reason: "made by the client anew for each request"),
    ComparisonRule([], "partialResultToken", .ignored, reason: "as above"),
  ]

  private static let table: [ComparisonRule] = [
    ComparisonRule([Method.initialize], "processId", .ignored, reason: "the client's process"),
    ComparisonRule([Method.initialize], "clientInfo", .ignored, reason: "another version may say the same"),
    ComparisonRule(
      [Method.semanticTokensDelta, Method.documentDiagnostic], "previousResultId", .ignored,
      reason: "minted by the server anew in each run"),
    ComparisonRule([Method.workspaceDiagnostic], "previousResultIds", .ignored, reason: "as above"),
    ComparisonRule(
      [
        Method.completionResolve, Method.codeActionResolve, Method.codeLensResolve, Method.documentLinkResolve,
        Method.inlayHintResolve, Method.workspaceSymbolResolve,
      ], "data", .ignored, reason: "the server's private note on an item"),
    ComparisonRule(
      [Method.incomingCalls, Method.outgoingCalls, Method.supertypes, Method.subtypes], "item.data", .ignored,
      reason: "as above"),
    ComparisonRule([Method.codeAction], "context.diagnostics.*.data", .ignored, reason: "as above"),
    ComparisonRule([Method.executeCommand], "command", .withoutNumbers, reason: "servers put a process id into it"),
    ComparisonRule([Method.workDoneProgressCreate], "token", .ignored, reason: "minted by the server"),
    ComparisonRule([Method.workDoneProgressCancel], "token", .ignored, reason: "as above"),
    ComparisonRule([Method.registerCapability], "registrations.*.id", .ignored, reason: "minted by the server"),
    ComparisonRule([Method.unregisterCapability], "unregisterations.*.id", .ignored, reason: "as above"),
  ]

  static func rules(for method: String) -> ActiveRules { byMethod[method] ?? common }

  private static let common = ActiveRules(everywhere)

  private static let byMethod: [String: ActiveRules] = {
    var grouped: [String: [ComparisonRule]] = [:]
    for rule in table {
      for method in rule.methods { grouped[method, default: []].append(rule) }
    }
    return grouped.mapValues { ActiveRules(everywhere + $0) }
  }()
}

/// Fingerprints: equal for values that count as equal, within one run of the program.
enum Fingerprint {
  static func parameters(_ value: JSONValue?, method: String) -> Int {
    hash(value.map { CanonicalJSON.canonical($0, ParameterRules.rules(for: method)).serialized() } ?? [])
  }

  static func answer(_ answer: AnswerContent, method: String) -> Int {
    switch answer {
    case .result(let value): hash(AnswerComparison.canonical(value, method: method).serialized())
    case .failure(let code, let message): hash([0] + Array("\(code ?? 0) \(isGivenUp(answer) ? "" : message)".utf8))
    case .unreadable(let reason): hash([1] + Array(reason.utf8))
    }
  }

  private static func isGivenUp(_ answer: AnswerContent) -> Bool { AnswerComparison.isGivenUp(answer) }

  private static func hash(_ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
