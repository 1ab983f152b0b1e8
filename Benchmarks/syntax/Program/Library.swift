import Foundation
import PikeSyntax

/// Source files on disk, with what their `#include`s define.
struct Library {
  struct Source {
    var path: String
    var text: SourceText
    var environment: PreprocessorEnvironment

    func parse() -> SyntaxTree { SyntaxTree.parse(text, environment: environment) }
  }

  private(set) var sources: [Source] = []
  private let root: String
  private var headers: [String: [MacroDefinition]] = [:]

  /// All `.pike` and `.pmod` files under `root` whose path ends in `only`; links are passed over.
  init(root: String, only: String = "") {
    self.root = root
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".pike") || name.hasSuffix(".pmod") {
      let path = root + "/" + name
      guard path.hasSuffix(only), isRegular(path), let text = Self.text(path) else { continue }
      sources.append(Source(path: path, text: text, environment: environment(for: text, at: path)))
    }
  }

  /// Any text, read as if it stood in the file at `path`.
  mutating func source(_ text: SourceText, at path: String, constants: [String: Bool]) -> Source {
    let names = SyntaxTree.parse(text).includeNames
    let environment = PreprocessorEnvironment(
      includes: includes(names, from: path, depth: 0), constants: constants, assumesConstants: false)
    return Source(path: path, text: text, environment: environment)
  }

  var bytes: Int { sources.reduce(0) { $0 + $1.text.count } }

  private func isRegular(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
  }

  static func text(_ path: String) -> SourceText? {
    FileManager.default.contents(atPath: path).map { SourceText(Array($0)) }
  }

  /// What a file at `path` includes, and what is defined before it begins.
  private mutating func environment(for text: SourceText, at path: String) -> PreprocessorEnvironment {
    let names = SyntaxTree.parse(text).includeNames
    guard !names.isEmpty else { return .standard }
    return PreprocessorEnvironment(includes: includes(names, from: path, depth: 0))
  }

  private mutating func includes(_ names: [String], from path: String, depth: Int) -> [String: [MacroDefinition]] {
    var result: [String: [MacroDefinition]] = [:]
    for name in names { result[name] = macros(of: name, from: path, depth: depth) }
    return result
  }

  private mutating func macros(of name: String, from path: String, depth: Int) -> [MacroDefinition] {
    let folder = name.hasPrefix("<") ? root + "/include" : (path as NSString).deletingLastPathComponent
    let file = ((folder + "/" + name.dropFirst().dropLast()) as NSString).standardizingPath
    if let known = headers[file] { return known }
    guard depth < 8, let text = Self.text(file) else { return [] }
    headers[file] = []
    let inner = includes(SyntaxTree.parse(text).includeNames, from: file, depth: depth + 1)
    let result = SyntaxTree.parse(text, environment: PreprocessorEnvironment(includes: inner)).macros
    headers[file] = result
    return result
  }
}
