import Yams

/// `reprise.yaml`: how a project is built and what of it is measured.
package struct ProjectConfiguration: Sendable, Equatable {
  /// For `/bin/sh`, at the top of the work tree; nil when there is nothing to build.
  package var build: String?
  /// A program that knows its paths and times them (`reprise bench --agent`).
  package var agent: [String]?
  /// A language server on stdio, which is measured on recordings.
  package var server: [String]?
  /// On which it is measured when none are named.
  package var recordings: [String]

  package static let fileName = "reprise.yaml"

  /// - Parameters:
  ///   - text: of the file.
  ///   - name: of the file, for messages.
  /// - Throws: what is wrong, with its line and what to write instead.
  package init(parsing text: String, name: String) throws(BenchmarkingError) {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch { throw BenchmarkingError("\(name): \(error)") }
    guard let mapping = node?.mapping else {
      throw BenchmarkingError("\(name): is no mapping; write `build:` and `server:`")
    }
    var members: [String: Node] = [:]
    for (key, value) in mapping {
      guard let key = key.string, Self.known.contains(key) else {
        throw BenchmarkingError(
          "\(name):\(key.mark?.line ?? 1): unknown member \"\(key.string ?? "")\"; there are "
            + Self.known.joined(separator: ", "))
      }
      members[key] = value
    }
    build = try members["build"].map { node throws(BenchmarkingError) in try Self.text(node, "build", name) }
    func words(_ key: String) throws(BenchmarkingError) -> [String]? {
      try members[key].map { node throws(BenchmarkingError) in try Self.words(node, key, name) }
    }
    agent = try words("agent")
    server = try words("server")
    recordings = try words("recordings") ?? []
    if agent == nil, server == nil {
      throw BenchmarkingError("\(name): write `server:`, the command that starts your language server on stdio")
    }
  }

  private static let known = ["build", "agent", "server", "recordings"]

  private static func text(_ node: Node, _ key: String, _ name: String) throws(BenchmarkingError) -> String {
    guard let text = node.string, !text.isEmpty else {
      throw BenchmarkingError("\(name):\(node.mark?.line ?? 1): \(key): write a text")
    }
    return text
  }

  /// A list of words, or a text that is cut at spaces.
  private static func words(_ node: Node, _ key: String, _ name: String) throws(BenchmarkingError) -> [String] {
    let words = node.sequence?.compactMap(\.string) ?? node.string?.split(separator: " ").map(String.init) ?? []
    guard !words.isEmpty else {
      throw BenchmarkingError("\(name):\(node.mark?.line ?? 1): \(key): write a command, or a list of words")
    }
    return words
  }
}
