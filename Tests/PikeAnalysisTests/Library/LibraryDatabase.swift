import Foundation
import IncrementalQueries
import PikeSyntax

@testable import PikeAnalysis

/// Pike's own library, as it is installed, and a database over it.
final class LibraryDatabase {
  static let root = "/usr/lib/pike8.0"
  static var isInstalled: Bool { FileManager.default.fileExists(atPath: root + "/modules") }

  private let database = Database.analysis()
  private var serial: UInt64 = 0

  init() {
    let project = ProjectModel(
      modulePaths: [Self.root + "/modules"], includePaths: [Self.root + "/include"], libraryRoots: [Self.root])
    database.write { $0.set(ProjectInput.self, .whole, project, durability: .high) }
  }

  /// The paths of all its Pike files, in order.
  static let files: [String] = {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".pike") || $0.hasSuffix(".pmod") }.map { "\(root)/\($0)" }.sorted()
      .filter { !isDirectory($0) }
  }()

  /// The diagnostics of a file, of another text than stands in it if one is given.
  func diagnostics(of path: String, text: SourceText? = nil) throws -> [Diagnostic] {
    let file = FileID(path)
    guard let text else { return try ask(file) }
    let before = source(file)
    database.write { $0.set(SourceInput.self, file, makeSource(text), durability: .low) }
    defer { database.write { $0.set(SourceInput.self, file, before, durability: .low) } }
    return try ask(file)
  }

  private func ask(_ file: FileID) throws -> [Diagnostic] {
    var run = FeatureRun(FeatureQuery(.diagnostics(file), encoding: .utf8))
    let context = QueryContext(database, database.snapshot)
    do {
      guard case .diagnostics(let found) = try run.step(in: context) else { return [] }
      return found
    } catch .missing(let missing) {
      provide(missing)
    }
    return try ask(file)
  }

  private func provide(_ missing: MissingInput) {
    if missing.input == SourceInput.self, let file = missing.key as? FileID {
      database.discover(SourceInput.self, file, source(file), durability: .medium)
    } else if missing.input == DirectoryInput.self, let path = missing.key as? String {
      database.discover(DirectoryInput.self, path, Self.listing(of: path), durability: .high)
    }
  }

  private func source(_ file: FileID) -> SourceFile? {
    FileManager.default.contents(atPath: file.path).map { makeSource(SourceText([UInt8]($0))) }
  }

  private func makeSource(_ text: SourceText) -> SourceFile {
    serial += 1
    return SourceFile(text, isOpen: false, serial: serial)
  }

  private static func listing(of path: String) -> DirectoryListing? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
    return DirectoryListing(
      files: names.filter { !isDirectory("\(path)/\($0)") }, directories: names.filter { isDirectory("\(path)/\($0)") })
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
