import ProcessControl
import Recording
import TestSupport
import Testing

/// A real server behind the recorder.
@Suite(.enabled(if: Tool.find("clangd") != nil, "clangd is not installed"))
struct ClangdTests {
  @Test func aSessionWithClangdIsRecorded() throws {
    let directory = TemporaryDirectory()
    directory.write("int main(void) { return missing; }\n", to: "main.c")
    let place = TemporaryDirectory()
    let conversation = try RecordRun.start(
      command: ["clangd", "--log=error"], in: place, options: ["--capture", "workspace"])
    let uri = "file://\(directory.path)"
    conversation.send(
      framed(
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"clientInfo":{"name":"test"},\
        "rootUri":"\(uri)","capabilities":{}}}
        """))
    #expect(conversation.waits(for: "\"capabilities\""))
    conversation.send(framed(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#))
    conversation.send(
      framed(
        """
        {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"\(uri)/main.c",\
        "languageId":"c","version":1,"text":"int main(void) { return missing; }\\n"}}}
        """))
    #expect(conversation.waits(for: "undeclared"))
    conversation.send(framed(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#))
    #expect(conversation.waits(for: "\"id\":2"))
    conversation.send(framed(#"{"jsonrpc":"2.0","method":"exit"}"#))
    let result = conversation.finish()
    conversation.closeInput()
    #expect(result.status == .exit(0))
    let recording = try ReadRecording("\(place.path)/session.trace.gz")
    #expect(recording.stream(.server) == result.output)
    #expect(recording.end?.messages.client == 5)
    #expect(recording.files.map(\.path) == ["main.c"])
    let peers = recording.records.compactMap { if case .peers(let peers) = $0.event { peers } else { nil } }
    #expect(peers.first?.server.name == "clangd")
    #expect(peers.first?.client.name == "test")
  }
}
