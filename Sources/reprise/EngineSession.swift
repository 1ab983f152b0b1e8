import EngineProtocols
import Glibc
import ProcessControl
import QueryEngine

/// One client of the engine, from its first byte to the last.
struct EngineSession {
  private static let maximumThreads = 4
  /// How long requests that are open when the input ends may take to be answered, in milliseconds.
  private static let patience: Int64 = 5000

  private let engine: Engine
  private let adapter: any ProtocolAdapter
  private let writer: OutputWriter
  private let isLanguageServer: Bool

  init(_ language: EngineCommand.Language, _ options: AdapterOptions) {
    let threads = min(max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), Self.maximumThreads)
    var engineOptions = EngineOptions()
    engineOptions.width = threads
    let executor = WorkerPool(width: threads)
    let engine = Engine(
      files: LocalFiles(), clock: ContinuousClock(), spawner: TaskSpawner(on: executor), options: engineOptions)
    let isLanguageServer = language == .lsp
    // The input may stay open although nobody listens, so the reading thread cannot be waited for.
    let writer = OutputWriter { _exit(isLanguageServer ? 1 : 0) }
    adapter =
      isLanguageServer
      ? LanguageServer(engine: engine, options: options) { writer.write($0) }
      : QueryEngineServer(engine: engine, options: options) { writer.write($0) }
    self.engine = engine
    self.writer = writer
    self.isLanguageServer = isLanguageServer
  }

  /// The exit status of the process.
  func run() -> Int32 {
    let hasEnded = read()
    if hasEnded {
      adapter.endOfInput()
      if !isLanguageServer { awaitAnswers() }
    }
    engine.dispose()
    writer.finish()
    return adapter.exitCode ?? (isLanguageServer ? 1 : 0)
  }

  /// Returns true at the end of the input, false when the client has asked for the end.
  private func read() -> Bool {
    var isWatching = false
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      writer.waitForReader()
      guard case .bytes(let count) = Descriptor.read(STDIN_FILENO, into: buffer) else { return true }
      adapter.receive(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      if adapter.exitCode != nil { return false }
      if !isWatching, let client = (adapter as? LanguageServer)?.clientProcess {
        isWatching = true
        ClientWatch.endProcess(with: client)
      }
    }
  }

  private func awaitAnswers() {
    let deadline = Uptime.after(milliseconds: Self.patience)
    repeat {
      // Counted before it is asked what is open, so that an answer in between is not waited for.
      let count = writer.count
      guard adapter.openRequests > 0, writer.waitForMessage(after: count, until: deadline) else { return }
    } while true
  }
}

/// Ends this process when its client is gone: somebody else may hold our input open.
enum ClientWatch {
  private static let interval: Int32 = 3000

  static func endProcess(with client: Int32) {
    // A client that cannot be seen from here, in a container for instance, cannot be watched.
    guard client > 0, isAlive(client) else { return }
    _ = WorkerThread(name: "client watch") {
      while isAlive(client) { poll(nil, 0, interval) }
      _exit(1)
    }
  }

  private static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}
