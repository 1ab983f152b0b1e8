import Glibc
import ProcessControl
import Recording
import Testing

@testable import Recorder

@Suite struct CaptureTests {
  private func policy(_ mode: CapturePolicy.Mode, file: Int = 1000, total: Int = 10_000, files: Int = 100)
    -> CapturePolicy
  {
    CapturePolicy(mode: mode, maximumFileBytes: file, maximumTotalBytes: total, maximumFiles: files)
  }

  private func capture(_ root: String, _ policy: CapturePolicy) -> [CapturedFile] {
    var capture = WorkspaceCapture(policy: policy, root: root)
    var files: [CapturedFile] = []
    capture.captureAll {
      files.append($0)
      return true
    }
    return files
  }

  private func text(_ file: CapturedFile?) -> String? {
    guard case .captured(let bytes, _)? = file?.content else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func reason(_ file: CapturedFile?) -> String {
    if case .omitted(let reason)? = file?.content { reason } else { "" }
  }

  private func workspace() -> TemporaryDirectory {
    let directory = TemporaryDirectory()
    directory.write("int main;", to: "src/main.c")
    directory.write("x", to: "a.txt")
    directory.write("object", to: "src/main.o")
    directory.write("*.o\n", to: ".gitignore")
    directory.write("secret", to: ".git/config")
    return directory
  }

  @Test func aWorkspaceIsCapturedInOrderWithoutWhatGitIgnores() {
    let directory = workspace()
    chmod("\(directory.path)/a.txt", 0o755)
    let files = capture(directory.path, policy(.workspace))
    #expect(files.map(\.path) == [".gitignore", "a.txt", "src/main.c"])
    #expect(text(files.last) == "int main;")
    #expect(files.map(\.isExecutable) == [false, true, false])
  }

  @Test func whatIsLeftOutSaysWhy() {
    let directory = workspace()
    symlink("/etc/passwd", "\(directory.path)/link")
    mkfifo("\(directory.path)/pipe", 0o600)
    directory.write(String(repeating: "x", count: 2000), to: "big")
    let files = capture(directory.path, policy(.workspace))
    #expect(reason(files.first { $0.path == "link" }) == "a symbolic link")
    #expect(reason(files.first { $0.path == "pipe" }) == "neither a file nor a directory")
    #expect(reason(files.first { $0.path == "big" }).hasPrefix("larger than the limit of 1000 bytes"))
  }

  @Test func allFilesTogetherHaveALimit() {
    let directory = TemporaryDirectory()
    for name in ["a", "b", "c"] { directory.write(String(repeating: name, count: 400), to: name) }
    directory.write("small", to: "d")
    let files = capture(directory.path, policy(.workspace, total: 900))
    #expect(files.map { text($0) != nil } == [true, true, false, true])
    #expect(reason(files[2]).contains("--max-total-bytes"))
  }

  @Test func theNumberOfFilesHasALimit() {
    let directory = TemporaryDirectory()
    for name in ["a", "b", "c", "d"] { directory.write(name, to: name) }
    let files = capture(directory.path, policy(.workspace, files: 2))
    #expect(files.map(\.path) == ["a", "b", "c"])
    #expect(reason(files.last).contains("this one and those after it"))
  }

  @Test func theRecordingItselfIsLeftOut() {
    let directory = workspace()
    var information = stat()
    stat("\(directory.path)/a.txt", &information)
    let own = CreatedPath.Identity(device: UInt(information.st_dev), inode: UInt(information.st_ino))
    var capture = WorkspaceCapture(policy: policy(.workspace), root: directory.path, ownFile: { own })
    var paths: [String] = []
    capture.captureAll {
      paths.append($0.path)
      return true
    }
    #expect(paths == [".gitignore", "src/main.c"])
  }

  @Test func anOpenedFileIsCapturedOnceForEachContent() {
    let directory = workspace()
    directory.write("space", to: "with space.c")
    var capture = WorkspaceCapture(policy: policy(.opened), root: directory.path)
    let uri = "file://\(directory.path)/src/main.c"
    #expect(text(capture.captureOpened(uri: uri)) == "int main;")
    #expect(capture.captureOpened(uri: uri) == nil)
    directory.write("int other;", to: "src/main.c")
    #expect(text(capture.captureOpened(uri: uri)) == "int other;")
    #expect(capture.captureOpened(uri: "file://\(directory.path)/with%20space.c")?.path == "with space.c")
    #expect(capture.captureOpened(uri: "untitled:1") == nil)
    #expect(reason(capture.captureOpened(uri: "file:///etc/passwd")).hasPrefix("it is outside of the workspace"))
    #expect(reason(capture.captureOpened(uri: "file://\(directory.path)/src/../../x")).hasPrefix("it is outside"))
    #expect(reason(capture.captureOpened(uri: "file://\(directory.path)/none.c")).hasPrefix("it cannot be read"))
  }

  @Test func aChangedFileIsCapturedEachTime() {
    let directory = workspace()
    var capture = WorkspaceCapture(policy: policy(.workspace, files: 5), root: directory.path)
    capture.captureAll { _ in true }
    func change(_ number: Int, _ name: String) -> CapturedFile? {
      capture.captureChanged(WatchedChange(number: number, uri: "file://\(directory.path)/\(name)"))
    }
    directory.write("int other;", to: "src/main.c")
    directory.write("new", to: "new.c")
    directory.write("many", to: "newer.c")
    let files = [(0, "src/main.c"), (2, "src/main.c"), (4, "none.c"), (5, "new.c"), (6, "newer.c")].map(change)
    #expect(files.map { text($0) } == ["int other;", "int other;", nil, "new", nil])
    #expect(files.map { $0?.change } == [0, 2, 4, 5, 6])
    #expect(reason(files[2]).hasPrefix("it cannot be read"))
    #expect(reason(files[4]).contains("--max-files"))
    #expect(change(8, ".git/config") == nil)
    #expect(change(9, "../elsewhere") == nil)
  }

  // MARK: Through the recorder

  @Test func filesThatTheClientSaysHaveChangedAreCapturedAnew() throws {
    let directory = workspace()
    let changes = ["a.txt", "gone.c"].map { "{\"uri\":\"file://\(directory.path)/\($0)\",\"type\":2}" }
    let told = """
      {"method":"workspace/didChangeWatchedFiles","params":{"changes":[\(changes.joined(separator: ","))]}}
      """
    let recording = try record(["--capture", "workspace"], in: directory, [initialize(directory), told])
    let changed = recording.files.filter { $0.change != nil }
    #expect(changed.map(\.change) == [0, 1])
    #expect(changed.map { text($0) } == ["x", nil])
  }

  private func record(_ options: [String], in directory: TemporaryDirectory, _ messages: [String]) throws
    -> ReadRecording
  {
    let place = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: place, options: options)
    for message in messages { conversation.send(framed(message)) }
    #expect(conversation.waits(for: messages.last ?? ""))
    conversation.closeInput()
    #expect(conversation.finish().errors == "")
    return try ReadRecording("\(place.path)/session.trace.gz")
  }

  private func initialize(_ directory: TemporaryDirectory) -> String {
    "{\"id\":1,\"method\":\"initialize\",\"params\":{\"rootUri\":\"file://\(directory.path)\"}}"
  }

  @Test func theClientsRootIsCapturedWhenItInitializes() throws {
    let directory = workspace()
    let recording = try record(["--capture", "workspace"], in: directory, [initialize(directory)])
    #expect(recording.files.map(\.path) == [".gitignore", "a.txt", "src/main.c"])
    #expect(recording.header.capture.mode == .workspace)
  }

  @Test func aGivenWorkspaceIsCapturedWithoutTheClient() throws {
    let directory = workspace()
    let options = ["--capture", "workspace", "--workspace", directory.path, "--max-file-bytes", "5"]
    let recording = try record(options, in: directory, ["{}"])
    #expect(recording.files.map { text($0) } == ["*.o\n", "x", nil])
  }

  @Test func openedFilesAreCapturedAsTheyAreOnDisk() throws {
    let directory = workspace()
    let open = """
      {"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file://\(directory.path)/a.txt","text":"y"}}}
      """
    let recording = try record(["--capture", "opened"], in: directory, [initialize(directory), open])
    #expect(recording.files.map { text($0) } == ["x"])
  }

  @Test func withoutCapturingNoFileIsRecorded() throws {
    let directory = workspace()
    #expect(try record([], in: directory, [initialize(directory)]).files == [])
  }
}
