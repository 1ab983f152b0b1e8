import JSONRPC
import Testing

@testable import Recording

@Suite struct HostileFileTests {
  /// A file with these lines, whatever they say.
  private func file(_ lines: [String], header: [UInt8]? = nil) -> [UInt8] {
    let deflater = Deflater(level: 6)
    deflater.begin(level: 6)
    deflater.write((header ?? LineWriter.header(SyntheticSession.header)) + [0x0A])
    for line in lines { deflater.write(Array((line + "\n").utf8)) }
    deflater.end()
    return deflater.takeOutput()
  }

  private func check(
    _ lines: [String], says text: String, header: [UInt8]? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = readAll(file(lines, header: header)).error
    #expect(error?.description.contains(text) == true, "\(String(describing: error))", sourceLocation: sourceLocation)
  }

  private let message = #"{"type":"message","after":0,"from":"client","text":"0123456789"}"#

  @Test func healthyLinesPass() {
    let (records, error, ending) = readAll(
      file([message, #"{"type":"signal","after":0,"signal":"SIGINT","new":1}"#]))
    #expect(error == nil)
    #expect(records.count == 2)
    #expect(ending == .unfinished(afterRecord: 1))
  }

  @Test(arguments: [
    ("../x", "leaves the workspace"), ("/etc/passwd", "is absolute"), ("a//b", "leaves the workspace"),
    ("a/./b", "leaves the workspace"), ("a/..", "leaves the workspace"), ("", "is empty"), ("a\\u0000b", "control"),
    (String(repeating: "a/", count: 70) + "b", "too long"), (String(repeating: "a", count: 5000), "too long"),
  ])
  func pathsThatEscapeAreRefused(path: String, problem: String) {
    check([#"{"type":"file","after":0,"path":"\#(path)","omitted":"x"}"#], says: problem)
  }

  @Test(arguments: [
    (#"{"type":"message","from":"client","text":""}"#, "without a usable time"),
    (#"{"type":"keyframe","format":"reprise","version":"1.0","n":1,"at":0}"#, "another record's number"),
    (#"{"type":"keyframe","format":"reprise","version":"3.0","n":0,"at":0}"#, "format version 3.0"),
    (#"{"type":"message","after":-1,"from":"client","text":""}"#, "without a usable time"),
    (#"{"type":"message","after":0,"from":"both","text":""}"#, "neither from the client nor"),
    (#"{"type":"message","after":0,"from":"client"}"#, "without content"),
    (#"{"type":"message","after":1e300,"from":"client","text":""}"#, "not a JSON value"),
    (#"{"type":"message","after":0,"from":"client","same":1}"#, "refers 1 contents back"),
    (#"{"type":"message","after":0,"from":"client","base64":"*"}"#, "not a JSON value"),
    (#"{"type":"message","after":0,"from":"client","body":{}"#, "expected '}'"),
    (#"{"type":"end","after":0}"#, "neither exit status nor signal"),
    (#"{"type":"file","after":0,"path":"a","sha256":"00","text":"x"}"#, "SHA-256"),
    ("[]", "expected '{'"), ("{}", "without a type"), ("\u{1}", "expected '{'"),
  ])
  func linesThatMakeNoSenseAreRefused(line: String, problem: String) {
    check([line], says: problem)
  }

  @Test(arguments: [
    (#"{"add":[],"base":[9],"copy":[1]}"#, "outside the contents within reach"),
    (#"{"add":[],"base":[-1],"copy":[1]}"#, "outside the contents within reach"),
    (#"{"add":[],"copy":[1]}"#, "outside the contents within reach"),
    (#"{"add":[],"base":[1],"copy":[8]}"#, "outside the contents within reach"),
    (#"{"add":[],"base":[1],"copy":[-2]}"#, "outside the contents within reach"),
    (#"{"add":[],"base":[1],"copy":[1],"skip":[-1]}"#, "outside the contents within reach"),
    (#"{"add":[],"base":[1],"copy":[1],"skip":[9007199254740992]}"#, "outside the contents within reach"),
    (#"{"add":["a","b"],"base":[1],"copy":[1]}"#, "a column longer than copy"),
    (#"{"add":[],"base":[1],"copy":[7],"plus":[-2]}"#, "negative number"),
  ])
  func editsThatMakeNoSenseAreRefused(edit: String, problem: String) {
    let base = #"{"type":"message","from":"client","after":0,"text":"[1,2,3]"}"#
    check([base, #"{"type":"message","from":"client","after":0,"edit":\#(edit)}"#], says: problem)
  }

  @Test func editsMoveAndCount() {
    let lines = [
      #"{"type":"message","from":"client","after":0,"text":"[9,ab2,0.5,3]"}"#,
      #"{"type":"message","from":"server","after":0,"text":"other"}"#,
      #"{"type":"message","from":"client","after":0,"text":"<x y>"}"#,
      #"{"type":"message","from":"client","after":0,"edit":{"add":["7","!"],"base":[2,0,1],"copy":[7,1,2],"plus":[91],"skip":[0,0,1]}}"#,
    ]
    let (records, error, _) = readAll(file(lines))
    #expect(error == nil)
    #expect(records.last?.event == .message(from: .client, FramedMessage(body: Array("[100,ab2,0.5,7]!x ".utf8))))
  }

  @Test func anEditThatMultipliesIsRefused() {
    let part = String(repeating: "x", count: 1 << 20)
    let ones = Array(repeating: "1", count: 100).joined(separator: ",")
    check(
      [
        #"{"type":"stderr","after":0,"text":"\#(part)"}"#,
        #"{"type":"stderr","after":0,"edit":{"add":[],"base":[\#(ones)],"copy":[\#(ones)]}}"#,
      ], says: "an edit makes more than 64 MiB")
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    check([#"{"type":"message","after":0,"from":"client","body":\#(deep)}"#], says: "nested deeper than 128")
    check([#"{"type":"message","after":0,"from":"client","text":"","x":\#(deep)}"#], says: "nested deeper than 128")
  }

  @Test func anotherMajorVersionIsRefusedAndANewerMinorOneIsRead() {
    let header = String(decoding: LineWriter.header(SyntheticSession.header), as: UTF8.self)
    let major = header.replacing("\"1.1\"", with: "\"2.0\"")
    check([message], says: "format version 2.0; this program reads versions 1.x", header: Array(major.utf8))
    let minor = header.replacing("\"1.1\"", with: "\"1.7\"")
    let newer = #"{"type":"novelty","after":0,"text":"abc"}"#
    let (records, error, _) = readAll(file([newer], header: Array(minor.utf8)))
    #expect(error == nil)
    expectSame(records.map(\.event), [.unknown(type: "novelty")])
  }

  @Test(arguments: ["", "hello, world, this is text", "\u{1F}"]) func otherFilesAreNotRecordings(text: String) {
    let error = readAll(Array(text.utf8)).error
    guard case .notARecording = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func otherGzipFilesAreNotRecordings() {
    check([], says: "not a recording", header: Array("{\"type\":\"trace\"}".utf8))
    check([], says: "not a recording", header: Array("plain text".utf8))
  }

  @Test func flippedBitsAreNoticed() {
    let file = RecordingEncoder.file(SyntheticSession.events(seed: 11, count: 4))
    let whole = readAll(file).records
    var noticed = 0
    for index in 0..<file.count {
      var damaged = file
      damaged[index] ^= 1 << UInt8(index % 8)
      let (records, error, _) = readAll(damaged)
      if error != nil {
        noticed += 1
      } else {
        // The flags, time and system of gzip's header, and the locator's offset, say nothing about the records.
        expectSame(records, whole)
      }
    }
    #expect(noticed > file.count - 60)
  }

  @Test func aBombIsRefusedInBoundedMemory() {
    let deflater = Deflater(level: 9)
    deflater.begin(level: 9)
    deflater.write(LineWriter.header(SyntheticSession.header) + [0x0A])
    let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
    for _ in 0..<128 { deflater.write(zeros) }
    deflater.end()
    let error = readAll(deflater.takeOutput()).error
    #expect(error?.description.contains("a line is longer than 96 MiB") == true)
  }

  @Test func textAfterTheEndIsRefused() {
    let file = RecordingEncoder.file([])
    #expect(readAll(file + file).error?.description.contains("more bytes after the end") == true)
    #expect(readAll(file + [0]).error != nil)
  }
}
