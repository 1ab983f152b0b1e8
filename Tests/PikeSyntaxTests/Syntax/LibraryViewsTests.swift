import Foundation
import PikeSyntax
import Testing

/// The views over the library that comes with Pike, where it is installed. Without optimisation, one file in twenty must do.
struct LibraryViewsTests {
  static let root = "/usr/lib/pike8.0"

  static let files: [String] = {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let sources = names.filter { $0.hasSuffix(".pike") || $0.hasSuffix(".pmod") || $0.hasSuffix(".h") }.sorted()
    #if DEBUG
    return stride(from: 0, to: sources.count, by: 20).map { sources[$0] }
    #else
    return sources
    #endif
  }()

  @Test(.enabled(if: FileManager.default.fileExists(atPath: root), "Pike's library is not installed in \(root)"))
  func viewsLeadToEachPartOfTheLibrary() throws {
    var count = 0
    for file in Self.files {
      guard let data = FileManager.default.contents(atPath: Self.root + "/" + file) else { continue }
      count += 1
      let tree = SyntaxTree.parse(SourceText(Array(data)))
      let faults = ViewCheck.faults(of: tree) + documentationFaults(of: tree)
      #expect(faults == [], "\(file)")
    }
    #expect(count > 0, "no source file could be read in \(Self.root)")
  }

  /// Each documentation comment among a file's declarations is in one block, and only in one, unless it is to be ignored.
  private func documentationFaults(of tree: SyntaxTree) -> [String] {
    let blocks = tree.documentation(in: tree.rootNode)
    var faults: [String] = []
    for (first, second) in zip(blocks, blocks.dropFirst()) where first.range.upperBound > second.range.lowerBound {
      faults.append(ViewCheck.describe("two blocks share a comment", tree, second.range))
    }
    var ignores = 0
    for case .node(let item) in tree.rootNode.children {
      guard let token = item.firstToken, !item.kind.isDirective, item.kind != .conditionalGroup else { continue }
      for piece in token.leadingTrivia where piece.isDocumentation {
        let text = tree.text.string(in: piece.range)
        if text.hasSuffix("@ignore") { ignores += 1 }
        if text.hasSuffix("@endignore") { ignores -= 1 }
        guard ignores == 0, !text.hasSuffix("@endignore") else { continue }
        if blocks.filter({ $0.range.contains(piece.range.lowerBound) }).count != 1 {
          faults.append(ViewCheck.describe("a comment is in no block", tree, piece.range))
        }
      }
    }
    return faults + singleFaults(of: tree, blocks)
  }

  /// To ask for the documentation of one declaration gives what stands in that of all.
  private func singleFaults(of tree: SyntaxTree, _ blocks: [DocumentationBlock]) -> [String] {
    var faults: [String] = []
    for case .node(let item) in tree.rootNode.children {
      let expected = blocks.first { $0.declarations.contains(item) }
      if tree.documentation(of: item) != expected {
        faults.append(ViewCheck.describe("the documentation is another", tree, item.range))
      }
    }
    return faults
  }
}
