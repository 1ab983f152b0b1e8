import Benchmarking
import Foundation
import Measurement

/// What was measured of each path as a file of its own: HdrHistogram's percentile distribution, in milliseconds.
struct HistogramFiles {
  let folder: String

  /// - Throws: an error that says which file cannot be written.
  func write(_ rows: [BenchRow]) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw BenchmarkingError("--histograms \(folder): \(error.localizedDescription)")
    }
    for (row, name) in zip(rows, Self.names(of: rows.map(\.name))) {
      let text = row.histogram.percentileDistribution(dividingBy: 1e6)
      try TextFile.write(text, to: "\(folder)/\(name)")
    }
  }

  /// A path's name is any text; a file's has letters, digits and hyphens only, and is no other path's.
  static func names(of paths: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return paths.map { path in
      let words = path.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      let name = words.isEmpty ? "path" : words.joined(separator: "-")
      seen[name, default: 0] += 1
      return seen[name] == 1 ? "\(name).hgrm" : "\(name)--\(seen[name]!).hgrm"
    }
  }
}
