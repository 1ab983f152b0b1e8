import IncrementalQueries
import JSONRPC
import PikeAnalysis
import QueryEngine

extension QueryEngineServer {
  /// Whatever is wrong with a query is said inside of its result.
  func query(_ params: IncomingMessage.Parameters, _ id: RequestID?) {
    // Nobody would hear the answer, and reading changes nothing.
    guard let id else { return }
    var answer = QueryAnswer(messages: messages, shapes: Shapes(documents: documents))
    let request: EngineRequest
    do throws(InvalidParams) {
      guard !params.hasLoneSurrogate else { throw .loneSurrogate }
      let params = try Params(params.value)
      guard let name = QueryName(params["requestId"]) else { throw QueryName.wrong(in: params) }
      answer.requestID = name.value
      guard !cancelled.contains(name.name) else {
        return outbox.send(answer.cancelled(id, "requested", .none(.latest), used: nil))
      }
      guard let read = try read(params, name, &answer) else {
        return outbox.send(answer.failure(id, .snapshotNotFound, "there is no snapshot \(answer.requested.shortened)"))
      }
      request = read
    } catch {
      return outbox.send(answer.failure(id, .invalidParams, error.message))
    }
    submit(request, id, answer)
  }

  private func submit(_ request: EngineRequest, _ id: RequestID, _ answer: QueryAnswer) {
    guard outbox.begin(request.id, id) else {
      return outbox.send(answer.failure(id, .invalidParams, "a query with this requestId is open"))
    }
    engine.submit(request) { [outbox, answer] response in
      outbox.finish(response.id) { answer.text($0, response, isCancelled: $1) }
    }
  }

  // MARK: Parameters

  /// - Returns: nil when the snapshot's id was never given out.
  private func read(
    _ params: Params, _ name: QueryName, _ answer: inout QueryAnswer
  ) throws(InvalidParams) -> EngineRequest? {
    let selection = try selection(params, &answer)
    let featureName = try params.string("feature")
    guard let feature = QueryFeature(rawValue: featureName) else {
      throw InvalidParams("\(params.name("feature")): no such feature: \(featureName.shortened)")
    }
    answer.feature = feature
    let queryParams =
      params["queryParams"] == nil
      ? try Params(.object([]), path: params.name("queryParams")) : try params.object("queryParams")
    let question = try feature.request(queryParams)
    if case .documentSymbols(let file) = question { answer.file = file }
    let query = FeatureQuery(question, encoding: try Self.encoding(queryParams))
    var requestClass: RequestClass?
    if let name = try params.optionalString("class") {
      guard let named = RequestClass(name: name) else {
        throw params.wrong("class", "typing, interactive or background")
      }
      requestClass = named
    }
    guard let selection else { return nil }
    return EngineRequest(id: name.name, query: query, snapshot: selection, requestClass: requestClass)
  }

  private func selection(_ params: Params, _ answer: inout QueryAnswer) throws(InvalidParams) -> SnapshotSelection? {
    guard let snapshot = try params.optionalObject("snapshot") else { return try latest() }
    switch try snapshot.string("mode") {
    case "latest": return try latest()
    case "fixed":
      answer.requested = try snapshot.string("snapshotId")
      return SnapshotID.revision(answer.requested).map { .fixed($0) }
    default: throw snapshot.wrong("mode", "latest or fixed")
    }
  }

  /// Revisions begin with 1: before the first mutation there is none to be read.
  private func latest() throws(InvalidParams) -> SnapshotSelection {
    if !hasRevision {
      _ = try mutations.update(WorkspaceUpdate())
      hasRevision = true
    }
    return .latest
  }
}

/// Makes the answer to a query.
struct QueryAnswer: Sendable {
  enum Failure: String {
    case snapshotNotFound = "SNAPSHOT_NOT_FOUND"
    case invalidParams = "INVALID_PARAMS"
  }

  let messages: OutgoingMessages
  let shapes: Shapes
  var requestID = JSONValue.null
  /// As the client named it.
  var requested = "latest"
  var feature: QueryFeature?
  var file: FileID?

  func text(_ id: RequestID, _ response: EngineResponse, isCancelled: Bool) -> [UInt8] {
    let (metrics, used) = (response.metrics, response.snapshotUsed)
    guard !isCancelled else { return cancelled(id, "requested", metrics, used: used) }
    switch response.outcome {
    case .result(.failure(.unknownDocument(let file))):
      return failure(id, .invalidParams, "there is no such document: \(file)", metrics, used: used)
    case .result(.failure(.cannotRename(let reason))):
      return failure(id, .invalidParams, reason, metrics, used: used)
    case .result(let result): return success(id, result, metrics, used: used)
    case .cancelled(let reason): return cancelled(id, reason.name, metrics, used: used)
    case .snapshotNotFound:
      return failure(id, .snapshotNotFound, "the snapshot \(requested) is not kept", metrics, used: used)
    case .rejected(let reason): return failure(id, .invalidParams, reason, metrics, used: used)
    case .failed(let what):
      return messages.error(id, .internalError, what) { tell(metrics, used: used, isCancelled: false, in: &$0) }
    }
  }

  private func success(_ id: RequestID, _ result: FeatureResult, _ metrics: QueryMetrics, used: Revision?) -> [UInt8] {
    messages.result(id) { json in
      json.object { json in
        json.member("requestId", requestID)
        json.member("snapshotIdUsed", snapshotID(used))
        json.member("result") { json in
          json.object { json in
            json.member("feature", feature?.rawValue ?? "")
            json.member("revision") { $0.integer(used?.number ?? 0) }
            json.member("payload") { shapes.write(result, about: file, at: used, to: &$0) }
          }
        }
        writeMetrics(metrics, used: used, isCancelled: false, to: &json)
      }
    }
  }

  /// An error that is the answer: it sits inside of the result.
  func failure(
    _ id: RequestID, _ failure: Failure, _ message: String, _ metrics: QueryMetrics = .none(.latest),
    used: Revision? = nil
  ) -> [UInt8] {
    messages.result(id) { json in
      json.object { json in
        json.member("requestId", requestID)
        // A fixed read names the snapshot that it asked for, even one that is not there.
        let named = used == nil && requested != "latest" ? JSONValue.string(requested) : snapshotID(used)
        json.member("snapshotIdUsed", named)
        json.member("error") { json in
          json.object { json in
            json.member("code", failure.rawValue)
            json.member("message", message)
          }
        }
        writeMetrics(metrics, used: used, isCancelled: false, to: &json)
      }
    }
  }

  func cancelled(_ id: RequestID, _ reason: String, _ metrics: QueryMetrics, used: Revision?) -> [UInt8] {
    messages.error(id, .requestCancelled, "the query was cancelled") { json in
      json.member("reason", reason)
      tell(metrics, used: used, isCancelled: true, in: &json)
    }
  }

  private func tell(_ metrics: QueryMetrics, used: Revision?, isCancelled: Bool, in json: inout JSONWriter) {
    json.member("requestId", requestID)
    writeMetrics(metrics, used: used, isCancelled: isCancelled, to: &json)
  }

  private func writeMetrics(_ metrics: QueryMetrics, used: Revision?, isCancelled: Bool, to json: inout JSONWriter) {
    json.member("metrics") {
      metrics.write(requestID: requestID, requested: requested, used: used, isCancelled: isCancelled, to: &$0)
    }
  }

  private func snapshotID(_ revision: Revision?) -> JSONValue {
    revision.map { .string(SnapshotID.text($0)) } ?? .null
  }
}

extension CancellationReason {
  var name: String {
    switch self {
    case .requested: "requested"
    case .superseded: "superseded"
    case .disposed: "disposed"
    }
  }
}
