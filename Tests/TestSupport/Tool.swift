import Glibc

/// The programs that tests run.
package enum Tool {
  /// Where the package's executables are: beside the tests themselves.
  package static let directory: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }()

  package static var reprise: String { directory + "/reprise" }
  package static var server: String { directory + "/scripted-server" }

  /// The path of an installed program, or nil.
  package static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
