import Foundation
import ProcessControl
import Recording
import SyntheticConversations
import Testing
import Transcript

@testable import Replay

@Suite struct WorkspaceTests {
  @Test(arguments: ["/etc/passwd", "../up", "a/../../up", "a//b", "./a", "", "a/", "a/./b", "nul\u{0}l"])
  func pathsThatLeadElsewhereAreRefused(_ path: String) {
    var fixture = RecordedFixture.begun()
    fixture.files = [CapturedFile(path: path, content: .captured([], sha256: ""))]
    let session = fixture.ended()
    #expect(throws: WorkspaceError.self) { try ReplayWorkspace(unpacking: session) }
  }

  @Test func linksAreNotFollowed() throws {
    let workspace = try ReplayWorkspace(unpacking: RecordedFixture.begun().session())
    defer { workspace.remove() }
    let outside = workspace.root + "-outside"
    mkdir(outside, 0o755)
    symlink(outside, workspace.root + "/folder")
    symlink(outside + "/file", workspace.root + "/file")
    let folder = SafeFolder(path: workspace.root)
    for name in ["folder/a", "file"] {
      #expect(throws: SafeFolder.Failure.self) { try folder.write([1], to: name, replacing: true) }
    }
    #expect(access(outside + "/a", F_OK) != 0)
    #expect(access(outside + "/file", F_OK) != 0)
  }

  @Test func theTemporaryFolderIsRemovedAndAFolderInPlaceIsNeverWrittenTo() throws {
    let temporary = try ReplayWorkspace(unpacking: RecordedFixture.begun().session())
    temporary.remove()
    #expect(access(temporary.root, F_OK) != 0)

    var template = Array("/tmp/reprise-in-place-XXXXXX".utf8CString)
    let path = String(cString: mkdtemp(&template))
    defer { rmdir(path) }
    var workspace = try ReplayWorkspace(inPlace: path, for: RecordedFixture.begun().session())
    #expect(workspace.paths.mapped(uri: RecordedFixture.main) == "file://\(path)/main.x")
    workspace.opened(uri: "file://\(path)/main.x", text: [])
    workspace.saved(uri: "file://\(path)/main.x", text: [], at: 0)
    workspace.remove()
    // Removing an empty folder works: nothing was written, and it is still there.
    #expect(rmdir(path) == 0)
  }

  /// Servers compare whole seconds: two saves that were seconds apart must be so again, however fast the replay is.
  @Test func filesGetTheTimesThatTheyHad() throws {
    var workspace = try ReplayWorkspace(unpacking: RecordedFixture.begun().session())
    defer { workspace.remove() }
    var times: [Int] = []
    for time: Int64 in [1_500_000, 4_250_000] {
      workspace.saved(uri: "file://\(workspace.root)/main.x", text: [1], at: time)
      var information = stat()
      #expect(stat(workspace.root + "/main.x", &information) == 0)
      times.append(information.st_mtim.tv_sec * 1000 + information.st_mtim.tv_nsec / 1_000_000)
    }
    #expect(times[1] - times[0] == 2750)
  }

  /// What servers are told has changed is on disk before they are told, and not from the start.
  @Test func filesChangeWhenTheClientSaysSo() throws {
    var fixture = RecordedFixture.begun()
    fixture.files = [CapturedFile(path: "lib.x", content: .captured([1], sha256: ""))]
    fixture.changeOnDisk("lib.x", type: 2, number: 0, text: "second\n")
    fixture.changeOnDisk("unknown.x", type: 2, number: 1)
    fixture.changeOnDisk("new/made.x", type: 1, number: 2, text: "made\n")
    fixture.changeOnDisk("lib.x", type: 3, number: 3)
    fixture.changeOnDisk("lib.x", type: 3, number: 4)
    let session = fixture.session()
    let script = Script(session)
    var workspace = try ReplayWorkspace(unpacking: session)
    defer { workspace.remove() }
    func contents(_ name: String) -> String? {
      try? String(contentsOfFile: "\(workspace.root)/\(name)", encoding: .utf8)
    }
    var seen = [["lib.x", "new/made.x"].map(contents)]
    for step in script.steps {
      guard let changes = script.fileChanges[step.record] else { continue }
      for change in changes {
        workspace.changed(change, uri: workspace.paths.mapped(uri: change.uri), at: step.message.time)
      }
      seen.append(["lib.x", "new/made.x"].map(contents))
    }
    let expected: [[String?]] = [
      ["\u{1}", nil], ["second\n", nil], ["second\n", "made\n"], [nil, "made\n"], [nil, "made\n"],
    ]
    #expect(seen == expected)
    #expect(workspace.problems.isEmpty)
  }

  @Test func changesLeadNowhereOutsideOfTheRoot() throws {
    var workspace = try ReplayWorkspace(unpacking: RecordedFixture.begun().session())
    defer { workspace.remove() }
    let outside = workspace.root + "-kept"
    for outcome in [FileChange.Outcome.written([1], isExecutable: false), .removed] {
      mkdir(outside, 0o755)
      for uri in ["file://\(outside)", "file://\(workspace.root)/../\(workspace.root)-kept", "untitled:a"] {
        workspace.changed(FileChange(uri: uri, outcome: outcome), uri: uri, at: 0)
      }
      #expect(rmdir(outside) == 0)
    }
  }

  @Test func documentsOutsideTheRootAreNotCreated() throws {
    var workspace = try ReplayWorkspace(unpacking: RecordedFixture.begun().session())
    defer { workspace.remove() }
    for uri in ["file:///elsewhere/a", "untitled:a", "file://\(workspace.root)/../b", "file://\(workspace.root)-x/c"] {
      workspace.opened(uri: uri, text: [])
    }
    #expect(workspace.created.isEmpty)
    workspace.opened(uri: "file://\(workspace.root)/d%20e/f", text: [1])
    #expect(workspace.created == ["d e/f"])
  }

  @Test func rootsComeFromThePeersAndElseFromTheFolderOfTheServer() {
    #expect(RecordedRoots(RecordedFixture.begun().session()).paths == ["/recorded/proj"])
    #expect(RecordedRoots(bare(in: "/recorded/dir/")).paths == ["/recorded/dir"])
    #expect(RecordedRoots(bare(in: "/")).paths == [])
  }

  private func bare(in directory: String) -> RecordedSession {
    RecordedSession(
      name: "bare", header: Header(started: "", recorder: "", command: [], directory: directory), records: [])
  }
}
