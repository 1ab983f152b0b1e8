import Glibc
import ProcessControl
import Testing

/// A temporary folder in which the built `reprise` is run. It is gone with this value.
final class Scratch {
  struct Run {
    var exit: Int32
    var output: String
    var errors: String
  }

  let path: String

  init() {
    var template = Array("/tmp/reprise-cli-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { _ = try? Self.wait("rm", ["-rf", path]) }

  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen("\(path)/\(name)", "w") else {
      Issue.record("cannot write \(name)")
      return
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func reprise(_ arguments: String) -> Run { shell("reprise \(arguments)") }

  /// Runs a shell script that finds `reprise` in its path. Output goes through files, so that none of it blocks.
  func shell(_ script: String) -> Run {
    let whole = "cd \(path); unset NO_COLOR; PATH=\(Self.products):$PATH; ( \(script) ) >.out 2>.err </dev/null"
    let status = try? Self.wait("sh", ["-c", whole])
    let exit: Int32 = if case .exit(let code)? = status { code } else { -1 }
    return Run(exit: exit, output: read(".out"), errors: read(".err"))
  }

  private static func wait(_ command: String, _ arguments: [String]) throws -> ProcessControl.ExitStatus {
    let child = try ChildProcess.spawn(command: command, arguments: arguments)
    for descriptor in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(descriptor) }
    return child.wait()
  }

  func read(_ name: String) -> String {
    guard let file = fopen("\(path)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the build puts programs: the tests run from there too.
  private static let products: String = {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      readlink("/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let path = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
  }()
}
