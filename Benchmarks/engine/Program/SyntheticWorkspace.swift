import PikeAnalysis
import QueryEngine

/// A workspace that exists in memory: modules with functions that call each other across files.
struct SyntheticWorkspace: FileAccess {
  static let root = "/workspace"
  let files: Int
  let functions: Int

  static func path(_ number: Int) -> String { "\(root)/Module\(number).pmod" }

  func text(_ number: Int) -> String {
    var lines = ["//! Module number \(number).", "constant module\(number)_limit = \(number);"]
    for function in 0..<functions - 1 {
      let other = (number * 7 + function) % files
      lines += [
        "int function\(number)_\(function)(int counter, string|void name) {",
        "  int sum = counter + \(function);",
        "  for (int i = 0; i < counter; i++)",
        "    sum += Module\(other).function\(other)_\(function)(i - 1, name);",
        "  return sum;",
        "}",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func number(_ path: String) -> Int? {
    guard path.hasPrefix(Self.root + "/Module"), path.hasSuffix(".pmod"),
      let number = Int(path.dropFirst(Self.root.count + 7).dropLast(5)), (0..<files).contains(number)
    else { return nil }
    return number
  }

  func stat(_ path: String) async -> FileStat? {
    number(path).map { FileStat(size: text($0).utf8.count, modificationTime: 0, device: 1, inode: UInt64($0)) }
  }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    guard let number = number(path), let stat = await stat(path) else { return nil }
    return (Array(text(number).utf8), stat)
  }

  func list(_ directory: String) async -> DirectoryListing? {
    guard directory == Self.root else { return nil }
    return DirectoryListing(files: (0..<files).map { "Module\($0).pmod" }, directories: [])
  }
}
