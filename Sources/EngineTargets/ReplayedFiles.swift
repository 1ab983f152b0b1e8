import PikeAnalysis
import QueryEngine
import Replay

/// The files of a recording as the engine sees them.
struct ReplayedFiles: FileAccess {
  /// Where something may go wrong.
  enum Place: String, CaseIterable {
    case stat = "file-stat"
    case read = "file-read"
    case list = "directory-list"
  }

  private let files: VirtualFiles
  private let passes: @Sendable (String) async -> Bool

  init(_ environment: EmbeddedEnvironment) {
    files = environment.files
    passes = environment.passes
  }

  func stat(_ path: String) async -> FileStat? {
    guard await passes(Place.stat.rawValue) else { return nil }
    return files.file(path).map(Self.stat)
  }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    guard await passes(Place.read.rawValue) else { return nil }
    return files.file(path).map { ($0.bytes, Self.stat($0)) }
  }

  func list(_ directory: String) async -> DirectoryListing? {
    guard await passes(Place.list.rawValue) else { return nil }
    return files.list(directory).map { DirectoryListing(files: $0.files, directories: $0.directories) }
  }

  private static func stat(_ file: VirtualFiles.File) -> FileStat {
    FileStat(size: file.bytes.count, modificationTime: file.modified, device: 1, inode: file.number)
  }
}
