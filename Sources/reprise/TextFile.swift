import Benchmarking
import Foundation

/// Files that a verb writes beside its output.
enum TextFile {
  static func write(_ text: String, to path: String) throws {
    do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch { throw Self.failure(path) }
  }

  static func append(_ text: String, to path: String) throws {
    guard let file = fopen(path, "a") else { throw Self.failure(path) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> BenchmarkingError {
    BenchmarkingError("\(path): cannot be written: \(String(cString: strerror(errno)))")
  }
}
