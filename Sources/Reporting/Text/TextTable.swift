/// Columns that line up.
package struct TextTable {
  package enum Alignment: Sendable { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  package init(_ header: [String], _ alignments: [Alignment]) {
    self.alignments = alignments
    rows = [header]
  }

  /// Cells must be printable already.
  package mutating func append(_ row: [String]) { rows.append(row) }

  package var isEmpty: Bool { rows.count == 1 }

  /// The lines, each with `indent` before it.
  package func lines(indent: String = "  ", palette: Palette) -> [String] {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      let cells = row.indices.map { Self.pad(row[$0], to: widths[$0], alignments[$0]) }
      let line = (indent + cells.joined(separator: "  ")).trimmingTrailingSpaces
      return index == 0 ? palette.paint(line, .dim) : line
    }
  }

  package static func pad(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let fill = String(repeating: " ", count: max(0, width - text.count))
    return alignment == .left ? text + fill : fill + text
  }
}

extension String {
  var trimmingTrailingSpaces: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
