import ArgumentParser

/// A server's command behind `--`. The parser allows one list without a name, so that the command is in the list of the files, too.
enum TrailingCommand {
  static var words: [String] { Array(CommandLine.arguments.drop { $0 != "--" }.dropFirst()) }

  static func check() throws {
    if CommandLine.arguments.last == "--" {
      throw ValidationError("Which server? Put its command after --, such as: -- clangd; or leave the -- away.")
    }
  }
}
