import IncrementalQueries
import PikeSyntax

@testable import PikeAnalysis

/// Files that are edited, and a database that knows all their states; or, made from the same texts, one that knows only the last.
final class EditedWorkspace {
  static let root = "/workspace"
  private(set) var sources: [FileID: SourceFile] = [:]
  private let database = Database.analysis()
  private var serial: UInt64 = 0

  /// By path within the workspace.
  convenience init(_ texts: [String: String]) {
    self.init(Dictionary(uniqueKeysWithValues: texts.map { (FileID("\(Self.root)/\($0)"), SourceText($1)) }))
  }

  private init(_ texts: [FileID: SourceText]) {
    for file in texts.keys.sorted() {
      sources[file] = texts[file].map { SourceFile($0, isOpen: true, serial: nextSerial()) }
    }
    let project = ProjectModel(workspaceRoots: [Self.root], modulePaths: [Self.root + "/modules"])
    database.write { batch in
      batch.set(ProjectInput.self, .whole, project, durability: .high)
      batch.set(WorkspaceFilesInput.self, .whole, files, durability: .medium)
      for file in files { batch.set(SourceInput.self, file, sources[file], durability: .low) }
    }
  }

  var files: [FileID] { sources.keys.sorted() }

  /// The same texts, and nothing remembered.
  func fresh() -> EditedWorkspace { EditedWorkspace(sources.mapValues(\.text)) }

  private func nextSerial() -> UInt64 {
    serial += 1
    return serial
  }

  func edit(_ file: FileID, _ edit: TextEdit) {
    sources[file] = sources[file]?.applying(edit, serial: nextSerial())
    database.write { $0.set(SourceInput.self, file, sources[file], durability: .low) }
  }

  /// The answer, with all inputs that are missing on the way provided.
  func answer(_ query: FeatureQuery) throws -> FeatureResult {
    let context = QueryContext(database, database.snapshot)
    var run = FeatureRun(query)
    for _ in 0..<10_000 {
      do {
        if let result = try run.step(in: context) { return result }
      } catch .missing(let missing) {
        provide(missing)
        return try answer(query)
      }
    }
    throw Endless()
  }

  struct Endless: Error {}

  private func provide(_ missing: MissingInput) {
    if missing.input == SourceInput.self, let file = missing.key as? FileID {
      database.discover(SourceInput.self, file, nil, durability: .medium)
    } else if missing.input == DirectoryInput.self, let path = missing.key as? String {
      database.discover(DirectoryInput.self, path, listing(of: path), durability: .medium)
    }
  }

  private func listing(of path: String) -> DirectoryListing? {
    let inside = files.map(\.path).filter { $0.hasPrefix(path + "/") }.map { $0.dropFirst(path.count + 1) }
    guard !inside.isEmpty else { return nil }
    let names = inside.map { $0.split(separator: "/") }
    return DirectoryListing(
      files: names.filter { $0.count == 1 }.map { String($0[0]) },
      directories: Set(names.filter { $0.count > 1 }.map { String($0[0]) }).sorted())
  }
}
