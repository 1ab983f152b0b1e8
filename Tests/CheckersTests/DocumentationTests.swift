import Foundation
import Testing

@testable import Checkers

/// docs/checkers.md says what there is, and nothing else.
@Suite struct DocumentationTests {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/checkers.md")

  @Test func eachPropertyHasItsRow() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    .filter { $0.count == 5 && $0[0].hasPrefix("`") }.map { Array($0.prefix(4)) }
    let expected = Checkers.properties.map { property in
      ["`\(property.id)`", property.purpose] + ProtocolKind.allCases.map { property.weight(in: $0)?.rawValue ?? "–" }
    }
    #expect(rows.sorted { $0[0] < $1[0] } == expected.sorted { $0[0] < $1[0] })
  }
}
