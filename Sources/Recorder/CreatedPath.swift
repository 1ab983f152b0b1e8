import Synchronization

/// Which file the recording is written to, once that is known.
final class CreatedPath: Sendable {
  struct Identity: Hashable, Sendable {
    var device: UInt
    var inode: UInt
  }

  private let state = Mutex<(path: String, identity: Identity)?>(nil)

  var path: String? { state.withLock { $0?.path } }
  var identity: Identity? { state.withLock { $0?.identity } }

  func set(_ path: String, device: UInt, inode: UInt) {
    state.withLock { $0 = (path, Identity(device: device, inode: inode)) }
  }
}
