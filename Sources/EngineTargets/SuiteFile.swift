import Glibc
package import Stress

/// Reads a suite's file.
package enum SuiteFile {
  package static func load(_ path: String) throws(SuiteError) -> Suite {
    guard let file = fopen(path, "re") else {
      throw SuiteError(
        file: path, message: "\(String(cString: strerror(errno))); suites are files such as suites/cancellation.yaml")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: SuiteReader.longestFile + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    if ferror(file) != 0 { throw SuiteError(file: path, message: "it cannot be read") }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      throw SuiteError(file: path, message: "it is no UTF-8 text")
    }
    return try SuiteReader.read(text, file: path, isPlace: FaultPlaces.exist)
  }
}
