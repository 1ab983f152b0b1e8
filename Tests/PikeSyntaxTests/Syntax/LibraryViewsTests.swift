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

  /// Each documentation comment among a file's declarations is in one block, and only in one.
  private func documentationFaults(of tree: SyntaxTree) -> [String] {
    let blocks = tree.documentation(in: tree.rootNode)
    var faults: [String] = []
    for (first, second) in zip(blocks, blocks.dropFirst()) where first.range.upperBound > second.range.lowerBound {
      faults.append(ViewCheck.describe("two blocks share a comment", tree, second.range))
    }
    for case .node(let item) in tree.rootNode.children {
      guard let token = item.firstToken, !item.kind.isDirective, item.kind != .conditionalGroup else { continue }
      for piece in token.leadingTrivia where piece.isDocumentation {
        if blocks.filter({ $0.range.contains(piece.range.lowerBound) }).count != 1 {
          faults.append(ViewCheck.describe("a comment is in no block", tree, piece.range))
        }
      }
    }
    return faults
  }
}
