import Glibc

/// A server that does what a test wants of it: `scripted-server MODE [ARGUMENT…]`. A mode is a line in one of the tables.
@main
struct ScriptedServer {
  typealias Mode = @Sendable ([String]) -> Int32

  static let modes = [languageServerModes, plainServerModes].reduce(streamModes) {
    $0.merging($1) { first, _ in first }
  }

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let mode = modes[arguments[1]] else {
      StandardError.write("scripted-server: no such mode; known are \(modes.keys.sorted())\n")
      exit(64)
    }
    exit(mode(Array(arguments.dropFirst(2))))
  }
}
