import Foundation
import PikeSyntax

/// A file of Pike's library.
struct Sample {
  var path: String
  var bytes: [UInt8]
  var lineCount: Int

  static func all(below root: String) -> [Sample] {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { $0.hasSuffix(".pike") || $0.hasSuffix(".pmod") }.compactMap { name in
      guard let data = FileManager.default.contents(atPath: root + "/" + name) else { return nil }
      return Sample(path: root + "/" + name, bytes: Array(data), lineCount: data.count { $0 == 10 })
    }
  }

  var text: SourceText { SourceText(bytes) }

  /// Where a statement can be typed: behind the lines that end in an opening brace and are indented, which are bodies.
  var statementLines: [Int] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.hasSuffix("{") && !$0.element.contains("class") && !$0.element.contains("enum") }
      .map { $0.offset + 1 }
  }
}
