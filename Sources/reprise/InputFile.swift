import Glibc
import PerformanceGates
import Reporting

/// Files that people and CI keep: read as a whole, and all that is wrong with one is said at once.
enum InputFile {
  struct Problem: Error {
    var message: String
    /// There is no such file.
    var isMissing = false
  }

  /// Comparisons hold all their samples; none comes near this.
  private static let longest = 1 << 28

  static func bytes(_ path: String) throws(Problem) -> [UInt8] {
    guard let file = fopen(path, "re") else {
      throw Problem(message: String(cString: strerror(errno)), isMissing: errno == ENOENT)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
      if bytes.count > longest { throw Problem(message: "it has more than \(longest >> 20) MiB") }
    }
    if ferror(file) != 0 { throw Problem(message: String(cString: strerror(errno))) }
    return bytes
  }

  /// The file's value; what is wrong with it is said, and ends the verb. `hint` is what to try when there is no such file.
  static func read<Value>(_ path: String, hint: String, _ parse: ([UInt8]) throws(ReadingProblems) -> Value) throws
    -> Value
  {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try self.bytes(path)
    } catch {
      throw ended(path, error, hint: hint)
    }
    return try value(of: bytes, named: path, parse)
  }

  /// The same, or nil when there is no such file.
  static func readIfThere<Value>(_ path: String, _ parse: ([UInt8]) throws(ReadingProblems) -> Value) throws -> Value? {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try self.bytes(path)
    } catch {
      if error.isMissing { return nil }
      throw ended(path, error)
    }
    return try value(of: bytes, named: path, parse)
  }

  /// Says why a file could not be read; what ends the verb.
  static func ended(_ path: String, _ problem: Problem, hint: String = "") -> any Error {
    let hint = problem.isMissing && !hint.isEmpty ? "; \(hint)" : ""
    Output.message(Printable.escape("\(path): \(problem.message)\(hint)"))
    return ExitReason.badInput.thrown
  }

  /// The same for bytes that came from elsewhere.
  static func value<Value>(of bytes: [UInt8], named name: String, _ parse: ([UInt8]) throws(ReadingProblems) -> Value)
    throws -> Value
  {
    do throws(ReadingProblems) {
      return try parse(bytes)
    } catch {
      for problem in error.problems { Output.message(Printable.escape("\(name): \(problem)")) }
      throw ExitReason.badInput.thrown
    }
  }
}
