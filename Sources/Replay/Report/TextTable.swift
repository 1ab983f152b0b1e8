/// Columns of text: the first ones to the left, the rest to the right.
struct TextTable {
  private var rows: [[String]] = []
  private let leftColumns: Int

  init(header: [String], leftColumns: Int) {
    rows = [header]
    self.leftColumns = leftColumns
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  func lines(indent: String) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        return index < leftColumns ? cell + padding : padding + cell
      }
      var line = indent + cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}

/// Microseconds for people.
package enum ShortTime {
  package static func text(_ microseconds: Int64) -> String {
    switch microseconds {
    case ..<1000: "\(microseconds) µs"
    case ..<10_000: "\(decimal(microseconds, per: 1000, digits: 2)) ms"
    case ..<1_000_000: "\(decimal(microseconds, per: 1000, digits: 1)) ms"
    default: "\(decimal(microseconds, per: 1_000_000, digits: 2)) s"
    }
  }

  private static func decimal(_ value: Int64, per unit: Int64, digits: Int) -> String {
    let scale: Int64 = digits == 1 ? 10 : 100
    let scaled = (value * scale + unit / 2) / unit
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
