import Glibc
import JSONRPC
import ProcessControl
import TestSupport
import Testing

/// `reprise engine` as a process.
struct EngineCommandTests {
  @Test(arguments: [["--protocol", "x"], ["--library", "/no/such/folder"], ["--module-path", "/no/such"], ["extra"]])
  func aWrongCommandLineIsAnError(arguments: [String]) throws {
    let process = try ChildProcess.spawn(command: Tool.reprise, arguments: ["engine"] + arguments)
    #expect(process.wait(milliseconds: Wire.patience) == .exit(64))
  }

  @Test(arguments: [(Language.lsp, 1), (.queryEngine, 0)] as [(Language, Int32)])
  func theEndOfTheInputEndsIt(language: Language, status: Int32) throws {
    let wire = try Wire(language, .stdio)
    if language == .lsp { wire.initialize() } else { wire.open() }
    wire.closeInput()
    #expect(wire.status() == .exit(status))
  }

  @Test
  func whatIsOpenAtTheEndOfTheInputIsAnsweredAndTheLastLineNeedsNoEnd() throws {
    let wire = try Wire(.queryEngine, .stdio)
    wire.open(String(repeating: Wire.program, count: 200))
    let id = wire.begin("engine_query", Wire.query("diagnostics", "q"))
    wire.send(raw: Array(#"{"id":77,"method":"get_protocol_info"}"#.utf8))
    wire.closeInput()
    #expect(wire.answer(to: id)["result"]?["result"]?["payload"] != nil)
    #expect(wire.answer(to: 77)["result"]?["major"]?.integer == 2)
    #expect(wire.status() == .exit(0))
  }

  @Test(arguments: [Language.lsp, .queryEngine])
  func aClientThatReadsNoMoreEndsIt(language: Language) throws {
    SignalHandling.ignore([SIGPIPE])
    let process = try ChildProcess.spawn(command: Tool.reprise, arguments: ["engine", "--protocol", language.rawValue])
    Descriptor.close(process.standardOutput)
    // The input stays open.
    let request = Wire.framed(#"{"id":1,"method":"get_protocol_info"}"#, language.framing)
    _ = Descriptor.writeAll(process.standardInput, request)
    #expect(process.wait(milliseconds: Wire.patience) == .exit(language == .lsp ? 1 : 0))
  }

  /// More than a pipe holds is asked for before anything is read.
  @Test
  func aSlowReaderLosesNothing() throws {
    let process = try ChildProcess.spawn(
      command: Tool.reprise, arguments: ["engine", "--protocol", "query-engine-v2"])
    let requests = (0..<5000).map { #"{"id":\#($0),"method":"get_protocol_info"}"# + "\n" }.joined()
    let writer = WorkerThread(name: "asks") {
      _ = Descriptor.writeAll(process.standardInput, Array(requests.utf8))
      Descriptor.close(process.standardInput)
    }
    writer.join()
    var framer = MessageFramer(framing: .lines)
    var ids: [Int] = []
    var buffer = [UInt8](repeating: 0, count: 1000)
    while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(process.standardOutput, into: $0) })
    {
      for case .message(let message) in framer.consume(Array(buffer[..<count])) {
        ids.append(try #require(try JSONValue(parsing: message.body)["id"]?.integer))
      }
    }
    #expect(ids == Array(0..<5000))
    #expect(process.wait(milliseconds: Wire.patience) == .exit(0))
  }
}
