import ArgumentParser
import FigureSupport
import JSONRPC
import ProcessControl
import Recording
import Replay

/// What `Benchmarks/replay/figures` needs beside `reprise replay`.
@main
struct ReplayFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay-figures", abstract: "Sessions and engines for the figures of replay.",
    subcommands: [NullEngine.self, Typing.self])
}

/// Replays against an engine that does nothing: what is left is what replaying costs by itself.
struct NullEngine: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "null-engine")

  @Argument(help: "A recording.") var file: String
  @Option(help: "How often it is replayed.") var runs = 20

  func run() throws {
    var options = EmbeddedRun.Options()
    // It answers nothing that was recorded, so that nobody need hold its answers against anything.
    options.checksProperties = false
    options.quiescence = Silence(quiet: 1, limit: 1)
    options.timeouts.patience = 1
    let run = try EmbeddedRun(try RecordedSession.load(path: file), options: options) { NullServer($0) }
    var best = 0.0
    for _ in 0..<runs {
      let summary = run.simulate(RunOptions()).verdict.simulation
      best = max(best, summary?.speed ?? 0)
    }
    print("\(Int(best.rounded()))")
  }
}

/// Answers every request with null.
final class NullServer: EmbeddedServer {
  private let environment: EmbeddedEnvironment
  private let exit = Monitor<Int?>(nil)

  init(_ environment: EmbeddedEnvironment) { self.environment = environment }

  var exitCode: Int? { exit.withLock { $0 } }
  var openRequests: Int { 0 }
  func endOfInput() {}
  func dispose() {}
  func telemetry() -> ServerTelemetry { ServerTelemetry() }

  func receive(_ bytes: [UInt8]) {
    var framer = MessageFramer(framing: .contentLength)
    bytes.withUnsafeBytes { bytes in
      framer.consume(bytes) { frame in
        guard case .message(let message) = frame, let envelope = try? Envelope(scanning: message.body) else { return }
        switch envelope.kind {
        case .request(let id, _): answer(id)
        case .notification("exit"): exit.withLock { $0 = 0 }
        default: break
        }
      }
    }
  }

  private func answer(_ id: RequestID) {
    let body = Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":null}".utf8)
    environment.output(FramedMessage(body: body).bytes(framing: .contentLength))
  }
}

/// Writes a recording of twenty keystrokes in a document of three hundred lines, with no answers but the first and the last: the embedded
/// engine gives the others.
struct Typing: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "typing")

  @Argument(help: "Where the recording goes.") var output: String
  @Option var lines = 300
  @Option var keystrokes = 20

  private static let root = "file:///typing"
  private static let document = "\(root)/Ledger.pike"

  func run() throws {
    let writer = try SessionWriter(path: output, header: header)
    var time: Int64 = 0
    func say(_ value: JSONValue, from party: Party = .client, after delay: Int64 = 1000) {
      time += delay
      writer.append(.message(from: party, FramedMessage(body: value.serialized())), at: time)
    }
    say(request(1, "initialize", ["processId": nil, "rootUri": .string(Self.root), "capabilities": [:]]))
    say(["jsonrpc": "2.0", "id": 1, "result": ["capabilities": [:]]], from: .server)
    say(notification("initialized", [:]))
    say(
      notification(
        "textDocument/didOpen",
        [
          "textDocument": [
            "uri": .string(Self.document), "languageId": "pike", "version": 1, "text": .string(text),
          ]
        ]))
    for key in 0..<keystrokes { say(change(key), after: 120_000) }
    say(request(2, "shutdown", nil), after: 500_000)
    say(["jsonrpc": "2.0", "id": 2, "result": nil], from: .server)
    say(notification("exit", nil))
    writer.finish(peers: peers, status: .exit(0))
  }

  private var header: Header {
    Header(
      started: "2026-01-01T00:00:00Z", recorder: "replay-figures", command: ["reprise", "engine"], directory: "/typing")
  }

  private var peers: Peers {
    Peers(
      client: Peers.Peer(name: "typing", version: "1"), server: Peers.Peer(name: "reprise engine", version: nil),
      positionEncoding: "utf-16", roots: [Self.root])
  }

  /// Functions of ten lines each.
  private var text: String {
    (0..<lines / 10).map { number in
      """
      //! The sum of account \(number).
      int sum_\(number)(array(int) entries, int limit) {
        int sum = 0;
        foreach (entries, int entry) {
          if (entry > limit) continue;
          sum += entry;
        }
        return sum + sizeof(entries);
      }


      """
    }.joined()
  }

  /// A word typed into the body of a function in the middle, letter by letter.
  private func change(_ key: Int) -> JSONValue {
    let line = (lines / 20) * 10 + 7
    let word = Array("sum += sizeof(entries) * limit;")
    let letter = String(word[key % word.count])
    let place: JSONValue = ["line": .number("\(line)"), "character": .number("\(2 + key)")]
    return notification(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(Self.document), "version": .number("\(key + 2)")],
        "contentChanges": [["range": ["start": place, "end": place], "text": .string(letter)]],
      ])
  }

  private func request(_ id: Int, _ method: String, _ params: JSONValue?) -> JSONValue {
    message([JSONMember("id", .number("\(id)")), JSONMember("method", .string(method))], params)
  }

  private func notification(_ method: String, _ params: JSONValue?) -> JSONValue {
    message([JSONMember("method", .string(method))], params)
  }

  private func message(_ members: [JSONMember], _ params: JSONValue?) -> JSONValue {
    .object([JSONMember("jsonrpc", "2.0")] + members + (params.map { [JSONMember("params", $0)] } ?? []))
  }
}
