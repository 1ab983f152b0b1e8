import JSONRPC
import Transcript

/// Finds, among the items that a server gave now, the one that a client took in the recording.
struct ItemMatching {
  /// Maps recorded texts to themselves, in one spelling.
  let recordedPaths: PathMap
  /// Maps live texts to recorded ones.
  let livePaths: PathMap

  /// The recorded item that `handed` is a copy of: the one with the same `data` (clients may write it in another way),
  /// and of several such the one with the same name.
  func recordedIndex(of handed: JSONView, among items: [JSONView]) -> Int? {
    guard let data = handed["data"] else { return nil }
    var same = items.indices.filter { items[$0]["data"]?.raw == data.raw }
    if same.isEmpty {
      let canonical = Self.canonical(data)
      same = items.indices.filter { items[$0]["data"].map(Self.canonical) == canonical }
    }
    return same.first { Self.name(of: items[$0]) == Self.name(of: handed) } ?? same.first
  }

  /// The live counterpart of a recorded item: one that is equal but for its `data`, else one of the same name, else the
  /// one in the same place.
  func liveItem(for index: Int, of recorded: [JSONView], among live: [JSONView]) -> JSONView? {
    let wanted = fingerprint(recorded[index], recordedPaths)
    let ordinal = recorded[..<index].filter { fingerprint($0, recordedPaths) == wanted }.count
    let equal = live.filter { fingerprint($0, livePaths) == wanted }
    if !equal.isEmpty { return equal[min(ordinal, equal.count - 1)] }
    if let name = Self.name(of: recorded[index]) {
      let before = recorded[..<index].filter { Self.name(of: $0) == name }.count
      let named = live.filter { Self.name(of: $0) == name }
      return named.isEmpty ? nil : named[min(before, named.count - 1)]
    }
    return recorded.count == live.count ? live[index] : nil
  }

  private func fingerprint(_ item: JSONView, _ paths: PathMap) -> [UInt8] {
    guard let value = try? JSONValue(parsing: paths.rewritten(item.raw)) else { return [] }
    return CanonicalJSON.canonical(value, Self.withoutTokens).serialized()
  }

  private static let withoutTokens = ActiveRules([
    ComparisonRule([], "data", .ignored, reason: "a token"),
    ComparisonRule([], "command", .withoutNumbers, reason: "may hold a token"),
    ComparisonRule([], "command.command", .withoutNumbers, reason: "may hold a token"),
    ComparisonRule([], "command.arguments", .ignored, reason: "may hold tokens"),
    ComparisonRule([], "arguments", .ignored, reason: "may hold tokens"),
  ])

  private static func canonical(_ view: JSONView) -> JSONValue? { view.value.map { CanonicalJSON.canonical($0) } }

  private static func name(of item: JSONView) -> String? {
    let found = item.members("label", "name", "title", "message")
    return found.lazy.compactMap { $0?.string }.first
  }
}
