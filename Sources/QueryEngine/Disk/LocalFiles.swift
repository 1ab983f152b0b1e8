import Glibc
package import PikeAnalysis
import Synchronization

/// The disk of this machine. Regular files only, up to a size, and only where the roots are: a link that leads out of them is as if it
/// were not there.
///
/// Calls block. Files are opened as places (`O_PATH`) first, so that no pipe waits and no device wakes up; what was opened then says
/// itself where it lies, so that nobody can swap a link in between.
package final class LocalFiles: FileAccess {
  private let sizeLimit: Int
  private let entryLimit: Int
  /// As they are when all links are followed.
  private let roots = Mutex<[String]>([])

  package init(roots: [String] = [], sizeLimit: Int = 16 << 20, entryLimit: Int = 100_000) {
    self.sizeLimit = sizeLimit
    self.entryLimit = entryLimit
    rootsChanged(roots)
  }

  package func rootsChanged(_ roots: [String]) {
    var seen: Set<String> = []
    let real = roots.compactMap(Self.realPath).filter { seen.insert($0).inserted }
    self.roots.withLock { $0 = real }
  }

  package func stat(_ path: String) async -> FileStat? { open(path)?.fileStat }

  package func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    guard let place = open(path), place.isRegularFile, place.size <= sizeLimit else { return nil }
    guard let content = OpenedPath(reading: place), content.isRegularFile else { return nil }
    guard let bytes = content.bytes(limit: sizeLimit), let stat = content.fileStat else { return nil }
    return (bytes, stat)
  }

  package func list(_ directory: String) async -> DirectoryListing? {
    guard let place = open(directory), place.isDirectory else { return nil }
    return place.entries(limit: entryLimit) { name in open("\(directory)/\(name)") }
  }

  package func identity(ofDirectory path: String) async -> FileStat? {
    guard let place = open(path), place.isDirectory else { return nil }
    return place.stat
  }

  /// Nil unless it lies in the roots.
  private func open(_ path: String) -> OpenedPath? {
    guard FilePath.isNormal(path), let place = OpenedPath(path), let real = place.realPath else { return nil }
    let isInside = roots.withLock { $0.contains { FilePath.isInside(real, $0) } }
    return isInside ? place : nil
  }

  private static func realPath(_ path: String) -> String? { OpenedPath(path)?.realPath }
}
