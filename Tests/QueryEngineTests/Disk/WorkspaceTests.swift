import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Testing

@Suite(.schedules(Schedules.many)) struct WorkspaceTests {
  private func workspace(_ world: World, _ id: String = "w") -> [String]? {
    world.ask(id, .workspaceDiagnostics)?.outcome.paths
  }

  @Test func theWorkspaceIsItsPikeFilesAndTheOpenDocuments() throws {
    let world = try World([
      "/w/b.pike": "", "/w/m.pmod/a.pike": "", "/w/notes.txt": "", "/w/.git/x.pike": "", "/other/y.pike": "",
    ])
    #expect(workspace(world) == ["/w/b.pike", "/w/m.pmod/a.pike"])
    try world.open(FileID("/other/y.pike"), "")
    try world.open(b, "")
    #expect(workspace(world) == ["/other/y.pike", "/w/b.pike", "/w/m.pmod/a.pike"])
    _ = try world.engine.closeDocument(FileID("/other/y.pike"))
    #expect(workspace(world) == ["/w/b.pike", "/w/m.pmod/a.pike"])
  }

  @Test func aRequestAboutTheWorkspaceWaitsForItsList() throws {
    let world = try World(["/w/b.pike": ""])
    world.submit("1", .workspaceDiagnostics)
    world.drain()
    #expect(world.answers["1"].map(\.outcome.paths) == [["/w/b.pike"]])
  }

  @Test func filesComeAndGo() throws {
    let world = try World(["/w/b.pike": "", "/w/sub/c.pike": "", "/w/sub/d.pike": ""])
    #expect(workspace(world)?.count == 3)
    world.files["/w/a.pike"] = ""
    world.files["/w/.hidden/a.pike"] = ""
    world.files["/w/b.pike"] = nil
    _ = try world.engine.updateWorkspace(
      WorkspaceUpdate(touchedFiles: ["/w/a.pike", "/w/b.pike", "/w/.hidden/a.pike"]))
    world.drain()
    #expect(workspace(world) == ["/w/a.pike", "/w/sub/c.pike", "/w/sub/d.pike"])
    for name in ["c", "d"] {
      world.files["/w/sub/\(name).pike"] = nil
      world.files["/w/new/\(name).pike"] = ""
    }
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: ["/w/sub", "/w/new"]))
    world.drain()
    #expect(workspace(world) == ["/w/a.pike", "/w/new/c.pike", "/w/new/d.pike"])
  }

  @Test func theListIsBounded() throws {
    var files: [String: String] = [:]
    for number in 100..<200 { files["/w/f\(number).pike"] = "" }
    let world = try World(files) { $0.workspaceFileLimit = 10 }
    #expect(workspace(world)?.count == 10)
  }

  @Test func directoriesAreListedAgainWhenTouched() throws {
    let world = try World(["/w/m/a.pike": ""])
    let directory = FileID("/w/m")
    #expect(world.ask("1", .definition(directory, origin))?.outcome.paths == ["a.pike"])
    #expect(world.ask("2", .definition(directory, origin))?.outcome.paths == ["a.pike"])
    #expect(world.files.count("list /w/m") == 2)
    world.files["/w/m/b.pike"] = ""
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: ["/w/m/b.pike"]))
    #expect(world.ask("3", .definition(directory, origin))?.outcome.paths == ["a.pike", "b.pike"])
  }

  // MARK: The library

  private func library(_ files: [String], configured: String? = nil) throws -> [String]? {
    let world = try World(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    if let configured {
      var settings = EngineSettings()
      settings.libraryPath = configured
      _ = try world.engine.updateSettings(settings)
    }
    return world.ask("1", .libraryIndex)?.outcome.paths
  }

  @Test func theLibraryIsFoundAtTheUsualPlaces() throws {
    #expect(try library([]) == [])
    #expect(
      try library(["/usr/lib/pike8.0/modules/A.pmod"]) == ["/usr/lib/pike8.0", "/usr/lib/pike8.0/modules"])
    #expect(
      try library(["/usr/local/pike/8.0.702/lib/modules/A.pmod", "/usr/local/pike/8.0.1738/lib/modules/A.pmod"])
        == ["/usr/local/pike/8.0.1738/lib", "/usr/local/pike/8.0.1738/lib/modules"])
  }

  @Test func theConfiguredLibraryIsTheOnlyOne() throws {
    let files = ["/usr/lib/pike8.0/modules/A.pmod", "/opt/p/modules/A.pmod"]
    #expect(try library(files, configured: "/opt/p/") == ["/opt/p", "/opt/p/modules"])
    #expect(try library(files, configured: "/opt/none") == [])
    #expect(try library(files, configured: "relative") == [])
  }

  @Test func relativePathsAreUnderTheFirstRoot() throws {
    let world = try World(["/w/mods/A.pmod": ""])
    var settings = EngineSettings()
    settings.modulePaths = ["mods", "./more/", "/abs", "../up"]
    _ = try world.engine.updateSettings(settings)
    #expect(world.ask("1", .libraryIndex)?.outcome.paths == ["/w/mods", "/w/more", "/abs"])
  }
}
