internal import PikeAnalysis
internal import QueryEngine
internal import Synchronization

/// A disk that is not what it seems.
enum DiskFaults {
  static let all = [
    PlantedFault(
      "stat-without-time", "A file that has changed and has the same size seems to be the same.",
      .environment, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(files: { FilesWithoutTime(files: $0) }) },
    PlantedFault(
      "deleted-file-still-known", "A file that was read once can be read for ever.",
      .environment, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(files: { UndeletableFiles($0) }) },
    PlantedFault(
      "new-file-unseen", "A directory that was listed once does not change any more.",
      .environment, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(files: { ListedOnce($0) }) },
    PlantedFault(
      "half-written-file", "A file that has changed is read while only the first half of it is written.",
      .environment, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(files: { HalfWrittenFiles($0) }) },
  ]
}

private struct FilesWithoutTime: FileAccess {
  let files: any FileAccess

  func stat(_ path: String) async -> FileStat? { await files.stat(path).map(Self.timeless) }
  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    await files.read(path).map { ($0.bytes, Self.timeless($0.stat)) }
  }
  func list(_ directory: String) async -> DirectoryListing? { await files.list(directory) }
  func identity(ofDirectory path: String) async -> FileStat? { await files.identity(ofDirectory: path) }
  func rootsChanged(_ roots: [String]) { files.rootsChanged(roots) }

  private static func timeless(_ stat: FileStat) -> FileStat {
    FileStat(size: stat.size, modificationTime: 0, device: stat.device, inode: 0)
  }
}

private final class UndeletableFiles: FileAccess {
  private let files: any FileAccess
  private let known = Mutex<[String: (bytes: [UInt8], stat: FileStat)]>([:])

  init(_ files: any FileAccess) { self.files = files }

  func stat(_ path: String) async -> FileStat? {
    if let stat = await files.stat(path) { return stat }
    return known.withLock { $0[path]?.stat }
  }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    if let content = await files.read(path) {
      known.withLock { $0[path] = content }
      return content
    }
    return known.withLock { $0[path] }
  }

  func list(_ directory: String) async -> DirectoryListing? { await files.list(directory) }
  func identity(ofDirectory path: String) async -> FileStat? { await files.identity(ofDirectory: path) }
  func rootsChanged(_ roots: [String]) { files.rootsChanged(roots) }
}

private final class ListedOnce: FileAccess {
  private let files: any FileAccess
  private let known = Mutex<[String: DirectoryListing]>([:])

  init(_ files: any FileAccess) { self.files = files }

  func stat(_ path: String) async -> FileStat? { await files.stat(path) }
  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? { await files.read(path) }

  func list(_ directory: String) async -> DirectoryListing? {
    if let listing = known.withLock({ $0[directory] }) { return listing }
    let listing = await files.list(directory)
    known.withLock { $0[directory] = listing }
    return listing
  }

  func identity(ofDirectory path: String) async -> FileStat? { await files.identity(ofDirectory: path) }
  func rootsChanged(_ roots: [String]) { files.rootsChanged(roots) }
}

private final class HalfWrittenFiles: FileAccess {
  private let files: any FileAccess
  private let known = Mutex<[String: FileStat]>([:])

  init(_ files: any FileAccess) { self.files = files }

  func stat(_ path: String) async -> FileStat? { await files.stat(path) }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    guard let content = await files.read(path) else { return nil }
    let before = known.withLock { known in
      defer { known[path] = content.stat }
      return known[path]
    }
    guard let before, before != content.stat else { return content }
    return (Array(content.bytes.prefix(content.bytes.count / 2)), content.stat)
  }

  func list(_ directory: String) async -> DirectoryListing? { await files.list(directory) }
  func identity(ofDirectory path: String) async -> FileStat? { await files.identity(ofDirectory: path) }
  func rootsChanged(_ roots: [String]) { files.rootsChanged(roots) }
}
