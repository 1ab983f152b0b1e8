import Foundation
import PikeSyntax

/// Source files on disk, with what their `#include`s define.
struct Library {
  let files: [String]
  let root: String
  private var headers: [String: [MacroDefinition]] = [:]

  init(root: String) {
    self.root = root
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    files = names.filter { $0.hasSuffix(".pike") || $0.hasSuffix(".pmod") }.map { root + "/" + $0 }
      .filter { (try? FileManager.default.attributesOfItem(atPath: $0)[.type] as? FileAttributeType) == .typeRegular }
      .sorted()
  }

  func text(_ path: String) -> SourceText? {
    FileManager.default.contents(atPath: path).map { SourceText(Array($0)) }
  }

  /// What a file at `path` includes, and what is defined before it begins.
  mutating func environment(for text: SourceText, at path: String) -> PreprocessorEnvironment {
    let tree = SyntaxTree.parse(text)
    guard !tree.includeNames.isEmpty else { return .standard }
    var includes: [String: [MacroDefinition]] = [:]
    for name in tree.includeNames { includes[name] = macros(of: name, from: path, depth: 0) }
    return PreprocessorEnvironment(includes: includes)
  }

  private mutating func macros(of name: String, from path: String, depth: Int) -> [MacroDefinition] {
    let folder = name.hasPrefix("<") ? root + "/include" : (path as NSString).deletingLastPathComponent
    let file = ((folder + "/" + name.dropFirst().dropLast()) as NSString).standardizingPath
    if let known = headers[file] { return known }
    guard depth < 8, let text = text(file) else { return [] }
    headers[file] = []
    let tree = SyntaxTree.parse(text)
    var includes: [String: [MacroDefinition]] = [:]
    for inner in tree.includeNames { includes[inner] = macros(of: inner, from: file, depth: depth + 1) }
    let result = SyntaxTree.parse(text, environment: PreprocessorEnvironment(includes: includes)).macros
    headers[file] = result
    return result
  }
}
