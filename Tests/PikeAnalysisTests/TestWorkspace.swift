import Foundation
import IncrementalQueries
import PikeSyntax
import Synchronization

@testable import PikeAnalysis

/// A workspace in memory: texts by path, in which `$0` to `$9` mark places. Whatever a query misses is provided from these, and from
/// the installed library if that is asked for. Files and directories that are neither do not exist.
final class TestWorkspace {
  static let root = "/workspace"
  let database: Database
  private(set) var sources: [FileID: SourceFile] = [:]
  private var markers: [Int: (file: FileID, offset: Int)] = [:]
  private let diskRoots: [String]
  private let log = EventLog()
  private var serial: UInt64 = 0

  /// Executions of queries, in order, as `name(key)`.
  final class EventLog: Sendable {
    private let executed = Mutex<[String]>([])

    func note(_ event: QueryEvent) {
      if case .executed(let query, let key) = event { executed.withLock { $0.append("\(query)(\(key))") } }
    }

    func take() -> [String] {
      executed.withLock { executed in
        defer { executed = [] }
        return executed
      }
    }
  }

  /// Texts are by path within the workspace, or by absolute path; so are the directories for modules and includes. Of the library,
  /// what is installed is read from the disk when it is asked for.
  init(
    _ texts: [String: String], modulePaths: [String] = ["modules"], includePaths: [String] = ["include"],
    defines: [String] = [], library: DiskLibrary? = nil
  ) {
    let log = log
    database = Database.analysis { log.note($0) }
    diskRoots = library.map { [$0.root] } ?? []
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) { add(path, text) }
    let project = ProjectModel(
      workspaceRoots: [Self.root], modulePaths: modulePaths.map(Self.absolute) + (library?.modulePaths ?? []),
      includePaths: includePaths.map(Self.absolute) + (library?.includePaths ?? []), libraryRoots: diskRoots,
      defines: defines)
    database.write { batch in
      batch.set(ProjectInput.self, .whole, project, durability: .high)
      batch.set(WorkspaceFilesInput.self, .whole, files, durability: .medium)
      for file in files { batch.set(SourceInput.self, file, sources[file], durability: .low) }
    }
  }

  private static func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(root)/\(path)" }

  private func add(_ path: String, _ text: String) {
    let file = self.file(path)
    var plain: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), let digit = rest.first, (0x30...0x39).contains(digit) {
        rest.removeFirst()
        markers[Int(digit) - 0x30] = (file, plain.count)
      } else {
        plain.append(byte)
      }
    }
    sources[file] = SourceFile(SourceText(plain), isOpen: true, serial: nextSerial())
  }

  private func nextSerial() -> UInt64 {
    serial += 1
    return serial
  }

  // MARK: Places

  var files: [FileID] { sources.keys.sorted() }

  func file(_ path: String) -> FileID { FileID(Self.absolute(path)) }

  /// `file`, or `file:Class.member`.
  func item(_ text: String) -> ItemID {
    let parts = text.split(separator: ":", maxSplits: 1)
    return ItemID(file(String(parts[0])), parts.count > 1 ? parts[1].split(separator: ".").map(String.init) : [])
  }

  /// Where `$number` stood, as a position in UTF-8.
  func marker(_ number: Int = 0) -> (file: FileID, position: TextPosition) {
    guard let (file, offset) = markers[number], let source = sources[file] else { fatalError("no marker \(number)") }
    return (file, source.lines.position(at: offset, in: source.text, encoding: .utf8))
  }

  func offset(ofMarker number: Int = 0) -> Int {
    guard let (_, offset) = markers[number] else { fatalError("no marker \(number)") }
    return offset
  }

  // MARK: Changes

  func edit(_ path: String, _ edit: TextEdit) {
    let file = file(path)
    sources[file] = sources[file]?.applying(edit, serial: nextSerial())
    database.write { $0.set(SourceInput.self, file, sources[file], durability: .low) }
  }

  /// Replaces the first occurrence.
  func edit(_ path: String, replacing old: String, with new: String) {
    let text = sources[file(path)]?.text.string ?? ""
    guard let range = text.range(of: old) else { fatalError("\(path) does not contain \(old)") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    edit(path, TextEdit(range: start..<start + old.utf8.count, replacement: new))
  }

  /// What ran since this was asked last, as `name(key)`.
  func executions() -> [String] { log.take() }

  // MARK: Questions

  /// Evaluates until nothing is missing.
  func evaluate<Value>(_ body: (QueryContext) throws -> Value) throws -> Value {
    while true {
      do {
        return try body(QueryContext(database, database.snapshot))
      } catch let interruption as QueryInterruption {
        try provide(orThrow: interruption)
      }
    }
  }

  func get<Q: Query>(_ query: Q.Type, _ key: Q.Key) throws -> Q.Value {
    try evaluate { try $0.get(query, key) }
  }

  func answer(_ request: FeatureRequest, encoding: PositionEncoding = .utf8) throws -> FeatureResult {
    var run = FeatureRun(FeatureQuery(request, encoding: encoding))
    let context = QueryContext(database, database.snapshot)
    while true {
      do {
        if let result = try run.step(in: context) { return result }
      } catch {
        try provide(orThrow: error)
      }
    }
  }

  /// The messages about a file, each with the text that it is about.
  func diagnostics(_ path: String) throws -> [String] {
    let file = file(path)
    guard case .diagnostics(let found) = try answer(.diagnostics(file)), let source = sources[file] else { return [] }
    return found.map { diagnostic in
      let start = source.lines.offset(of: diagnostic.range.lowerBound, in: source.text, encoding: .utf8)
      let end = source.lines.offset(of: diagnostic.range.upperBound, in: source.text, encoding: .utf8)
      return "\(diagnostic.code) `\(source.text.string(in: start..<end))`: \(diagnostic.message)"
    }
  }

  // MARK: Inputs

  struct ProvidedInVain: Error { let key: String }

  private var provided: Set<String> = []

  private func provide(orThrow interruption: QueryInterruption) throws {
    guard case .missing(let missing) = interruption else { throw interruption }
    guard provided.insert("\(missing.input) \(missing.key)").inserted else {
      throw ProvidedInVain(key: "\(missing.key)")
    }
    if missing.input == SourceInput.self, let file = missing.key as? FileID {
      database.discover(SourceInput.self, file, source(of: file), durability: .high)
    } else if missing.input == DirectoryInput.self, let path = missing.key as? String {
      database.discover(DirectoryInput.self, path, listing(of: path), durability: .high)
    }
  }

  private func isOnDisk(_ path: String) -> Bool { diskRoots.contains { path == $0 || path.hasPrefix("\($0)/") } }

  private func source(of file: FileID) -> SourceFile? {
    guard isOnDisk(file.path), let data = FileManager.default.contents(atPath: file.path) else { return nil }
    return SourceFile(SourceText([UInt8](data)), isOpen: false, serial: nextSerial())
  }

  private func listing(of path: String) -> DirectoryListing? {
    if isOnDisk(path) { return DiskLibrary.listing(of: path) }
    let inside = files.filter { $0.path.hasPrefix("\(path)/") }.map {
      $0.path.dropFirst(path.count + 1).split(separator: "/")
    }
    guard !inside.isEmpty else { return nil }
    return DirectoryListing(
      files: inside.filter { $0.count == 1 }.map { String($0[0]) },
      directories: Set(inside.filter { $0.count > 1 }.map { String($0[0]) }).sorted())
  }
}

/// Pike's own library, where it is installed.
struct DiskLibrary {
  let root: String
  var modulePaths: [String] { ["\(root)/modules"] }
  var includePaths: [String] { ["\(root)/include"] }

  /// Nil where there is none.
  static let installed: DiskLibrary? = ["/usr/lib/pike8.0", "/usr/local/lib/pike8.0"].first {
    listing(of: "\($0)/modules") != nil
  }.map(DiskLibrary.init)

  static func listing(of path: String) -> DirectoryListing? {
    let keys: Set<URLResourceKey> = [.isDirectoryKey]
    guard
      let urls = try? FileManager.default.contentsOfDirectory(
        at: URL(fileURLWithPath: path), includingPropertiesForKeys: Array(keys))
    else { return nil }
    var listing = DirectoryListing(files: [], directories: [])
    for url in urls {
      if (try? url.resourceValues(forKeys: keys))?.isDirectory ?? false {
        listing.directories.append(url.lastPathComponent)
      } else {
        listing.files.append(url.lastPathComponent)
      }
    }
    return DirectoryListing(files: listing.files, directories: listing.directories)
  }

  /// The `.pike` and `.pmod` files below the root, in order.
  var files: [FileID] {
    var found: [FileID] = []
    var open = [root]
    while let directory = open.popLast() {
      guard let listing = Self.listing(of: directory) else { continue }
      open += listing.directories.map { "\(directory)/\($0)" }
      found += listing.files.filter { $0.hasSuffix(".pike") || $0.hasSuffix(".pmod") }.map {
        FileID("\(directory)/\($0)")
      }
    }
    return found.sorted()
  }
}
