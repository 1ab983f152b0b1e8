package import PikeAnalysis

/// What tells one state of a closed file from another without reading it.
package struct FileStat: Hashable, Sendable {
  package var size: Int
  /// Nanoseconds since 1970.
  package var modificationTime: Int64
  package var device: UInt64
  package var inode: UInt64

  package init(size: Int, modificationTime: Int64, device: UInt64, inode: UInt64) {
    self.size = size
    self.modificationTime = modificationTime
    self.device = device
    self.inode = inode
  }
}

/// The disk, as far as the engine may see it. Tests and simulations bring their own.
///
/// Nil means that there is nothing to be read: no such file, not a regular one, too large, outside of the given roots. The
/// engine never needs to know why.
package protocol FileAccess: Sendable {
  func stat(_ path: String) async -> FileStat?
  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)?
  func list(_ directory: String) async -> DirectoryListing?

  /// Which directory it is, so that one that can be reached in several ways is looked through once; nil if that is not known.
  func identity(ofDirectory path: String) async -> FileStat?
  /// The engine reads nothing outside of these, from now on. Links that lead out of them must not be followed.
  func rootsChanged(_ roots: [String])
}

extension FileAccess {
  package func identity(ofDirectory path: String) async -> FileStat? { nil }
  package func rootsChanged(_ roots: [String]) {}
}
