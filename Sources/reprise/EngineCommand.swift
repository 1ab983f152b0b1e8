import ArgumentParser
import EngineProtocols
import Glibc
import ProcessControl
import QueryEngine

/// `reprise engine`: the embedded engine as a server.
struct EngineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine",
    abstract: "Be a language server for Pike, on standard input and output.",
    discussion: """
      Tell your editor to start `reprise engine` for files that end in .pike or .pmod. In Neovim:

        vim.lsp.start_client({ name = "pike", cmd = { "reprise", "engine" }, root_dir = vim.fn.getcwd() })

      To record what the editor and the engine say to each other:

        reprise record -o pike.trace.gz -- reprise engine

      Pike's library is looked for at the usual places. Nothing outside of the workspace and the given folders is read, and no \
      Pike code is run.

      The exit status is 0 after shutdown and exit, 1 when the client leaves otherwise; query-engine-v2 ends with its input, with 0. \
      It is 64 when this command line is wrong.
      """)

  enum Language: String, CaseIterable, ExpressibleByArgument {
    case lsp
    case queryEngine = "query-engine-v2"
  }

  @Option(name: .customLong("protocol"), help: "What is spoken: lsp, or query-engine-v2 (one JSON text a line).")
  var language: Language = .lsp

  @Option(help: ArgumentHelp("The installed Pike: the folder that holds lib/modules or modules.", valueName: "dir"))
  var library: String?

  @Option(help: ArgumentHelp("Look for modules here, too. May be given more than once.", valueName: "dir"))
  var modulePath: [String] = []

  @Option(help: ArgumentHelp("Look for include files here, too. May be given more than once.", valueName: "dir"))
  var includePath: [String] = []

  @Flag(inversion: .prefixedNo, help: "Index the library in the background when an editor has connected.")
  var index = true

  func validate() throws {
    let given =
      [library].compactMap { $0 }.map { ("--library", $0) } + modulePath.map { ("--module-path", $0) }
      + includePath.map { ("--include-path", $0) }
    for (name, path) in given where Self.absolute(path) == nil {
      throw ValidationError("\(name): cannot read the directory '\(path)': \(String(cString: strerror(errno))).")
    }
  }

  func run() throws {
    var options = AdapterOptions()
    options.version = Reprise.version
    options.settings.libraryPath = library.flatMap(Self.absolute)
    options.settings.modulePaths = modulePath.compactMap(Self.absolute)
    options.settings.includePaths = includePath.compactMap(Self.absolute)
    options.indexesLibrary = index
    let status = EngineSession(language, options).run()
    // The threads of the engine go on until the process ends; nothing that runs at exit may meet them.
    _exit(status)
  }

  /// Nil, with `errno`, unless it is a directory that can be read.
  private static func absolute(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    guard access(path + "/.", R_OK | X_OK) == 0 else { return nil }
    return String(cString: real)
  }
}
