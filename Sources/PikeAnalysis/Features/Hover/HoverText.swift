/// What is said of one name: how it is declared, where, and what its documentation says.
struct HoverText: Hashable, Sendable {
  /// Lines of Pike code.
  var signatures: [String]
  /// The class, module or file around it.
  var container: String?
  /// Markdown.
  var documentation: String?

  /// More ways of calling than these are counted, not shown.
  private static let signatureLimit = 8

  var markdown: String {
    var lines = Array(signatures.prefix(Self.signatureLimit))
    if signatures.count > lines.count { lines.append("// and \(signatures.count - lines.count) more") }
    var parts = lines.isEmpty ? [] : [Markdown.fence(lines.joined(separator: "\n"))]
    if let container, !container.isEmpty { parts.append("in \(Markdown.code(container))") }
    if let documentation, !documentation.isEmpty { parts.append(documentation) }
    return parts.joined(separator: "\n\n")
  }

  /// What several meanings of one name say, each once.
  static func markdown(_ texts: [HoverText]) -> String {
    var seen: Set<String> = []
    return texts.map(\.markdown).filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n\n---\n\n")
  }
}
