import Glibc
import PikeAnalysis
import QueryEngine
import Testing

/// A folder that goes with the test.
private final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/local-files-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    try #require(made != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  func directory(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

  func file(_ name: String, _ text: String) {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = text.withCString { write(descriptor, $0, text.utf8.count) }
    close(descriptor)
  }

  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." {
          if entry.pointee.d_type == UInt8(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
        }
      }
      closedir(directory)
    }
    rmdir(path)
  }
}

struct LocalFilesTests {
  private let folder: Folder
  private let files: LocalFiles

  init() throws {
    folder = try Folder()
    for name in ["root", "root/sub", "outside"] { folder.directory(name) }
    folder.file("root/a.pike", "text")
    folder.file("root/empty.pike", "")
    folder.file("root/large.pike", String(repeating: "x", count: 101))
    folder.file("outside/secret", "secret")
    folder.link("root/out.pike", to: "../outside/secret")
    folder.link("root/outdir", to: "../outside")
    folder.link("root/in.pike", to: "a.pike")
    folder.link("root/loop", to: ".")
    folder.link("root/dead.pike", to: "nowhere")
    mkfifo("\(folder.path)/root/pipe.pike", 0o644)
    files = LocalFiles(roots: ["\(folder.path)/root", "\(folder.path)/gone"], sizeLimit: 100)
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func text(_ name: String) async -> String? {
    await files.read(path(name)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func filesInTheRootsAreRead() async throws {
    #expect(await text("root/a.pike") == "text")
    #expect(await text("root/empty.pike") == "")
    #expect(await text("root/in.pike") == "text")
    let stat = try #require(await files.stat(path("root/a.pike")))
    #expect(stat.size == 4)
    #expect(await files.read(path("root/a.pike"))?.stat == stat)
    #expect(await files.stat(path("root/in.pike")) == stat)
  }

  @Test(arguments: [
    "root/out.pike", "root/outdir/secret", "outside/secret", "root/../outside/secret", "root/pipe.pike", "root/sub",
    "root/large.pike", "root/dead.pike", "root/none.pike", "root", "root//a.pike",
  ])
  func nothingElseIs(_ name: String) async {
    #expect(await text(name) == nil)
  }

  @Test func devicesAndPipesAreNotEvenLookedAt() async {
    let devices = LocalFiles(roots: ["/dev", "/proc"])
    #expect(await devices.stat("/dev/zero") == nil)
    #expect(await devices.read("/dev/zero") == nil)
    #expect(await files.stat(path("root/pipe.pike")) == nil)
    // It says that it is empty, and is not.
    #expect(await devices.read("/proc/version")?.bytes.isEmpty == false)
  }

  @Test func aListHasFilesDirectoriesAndLinksThatStayInside() async {
    let listing = await files.list(path("root"))
    #expect(listing?.files == ["a.pike", "empty.pike", "in.pike", "large.pike"])
    #expect(listing?.directories == ["loop", "sub"])
    #expect(await files.list(path("outside")) == nil)
    #expect(await files.list(path("root/outdir")) == nil)
    #expect(await files.list(path("root/a.pike")) == nil)
  }

  @Test func aDirectoryIsTheSameHoweverItIsReached() async {
    let root = await files.identity(ofDirectory: path("root"))
    #expect(root != nil)
    #expect(await files.identity(ofDirectory: path("root/loop")) == root)
    #expect(await files.identity(ofDirectory: path("root/loop/loop")) == root)
    #expect(await files.identity(ofDirectory: path("root/sub")) != root)
    #expect(await files.identity(ofDirectory: path("root/a.pike")) == nil)
  }

  @Test func rootsMayChangeAndBeLinks() async {
    folder.link("alias", to: "root")
    files.rootsChanged([path("alias")])
    #expect(await text("alias/a.pike") == "text")
    #expect(await text("root/a.pike") == "text")
    files.rootsChanged([path("outside")])
    #expect(await text("root/a.pike") == nil)
    #expect(await text("outside/secret") == "secret")
  }

  @Test func aChangeShowsInTheStat() async {
    let before = await files.stat(path("root/a.pike"))
    folder.file("root/a.pike", "longer text")
    #expect(await files.stat(path("root/a.pike")) != before)
    #expect(await text("root/a.pike") == "longer text")
  }
}
