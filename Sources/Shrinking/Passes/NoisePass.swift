import JSONRPC
import Replay
import Simulation

/// Small numbers in place of large ones: seeds, ids, versions.
struct NoisePass: ShrinkPass {
  let name = "numbers"

  func run(_ search: inout Search) {
    for seed in 0..<4 {
      var options = search.best.options
      options.seed = UInt64(seed)
      if case .replay(var schedule) = options.scheduler {
        schedule.seed = UInt64(seed)
        options.scheduler = .replay(schedule)
      }
      if search.consider(options) { break }
    }
    guard search.best.session.isGenerated else { return }
    _ = search.consider(renumberedIDs(search.model))
    _ = search.consider(renumberedVersions(search.model))
  }

  private func renumberedIDs(_ model: SessionModel) -> Changes {
    var changes = Changes()
    var ids: [RequestID: Int] = [:]
    var next = 1
    for (index, step) in model.steps.enumerated() {
      guard var json = step.json else { continue }
      let before = json
      if var params = json["params"] {
        renumber(&params, ids, depth: 0)
        if step.method == "$/cancelRequest", let id = step.cancels?.requestID, let new = ids[id] {
          params.set("id", .integer(new))
        }
        json.replace(at: [.member("params")], with: params)
      }
      if !step.after.isEmpty { json.set("$after", .array(step.after.map { ids[$0].map { .integer($0) } ?? $0.json })) }
      if let id = step.id {
        ids[id] = next
        json.set("id", .integer(next))
        next += 1
      }
      if json != before { changes.bodies[index] = json }
    }
    return changes
  }

  private func renumber(_ value: inout JSONValue, _ ids: [RequestID: Int], depth: Int) {
    guard depth < 16 else { return }
    switch value {
    case .object(var members):
      if let id = value["$from"]?.requestID, let new = ids[id] { return value.set("$from", .integer(new)) }
      for index in members.indices { renumber(&members[index].value, ids, depth: depth + 1) }
      value = .object(members)
    case .array(var elements):
      for index in elements.indices { renumber(&elements[index], ids, depth: depth + 1) }
      value = .array(elements)
    default: return
    }
  }

  /// 1, 2, 3 for each document.
  private func renumberedVersions(_ model: SessionModel) -> Changes {
    var changes = Changes()
    var versions: [String: Int] = [:]
    for (index, step) in model.steps.enumerated() {
      guard let document = step.act.document, let method = step.method, let dialect = DocumentDialect.of(method),
        dialect.kind == .open || dialect.kind == .change, var json = step.json, json[dialect.version] != nil
      else { continue }
      let version = dialect.kind == .open ? 1 : versions[document, default: 0] + 1
      versions[document] = version
      guard json[dialect.version]?.integer != version else { continue }
      json.replace(at: dialect.version, with: .integer(version))
      changes.bodies[index] = json
    }
    return changes
  }
}
