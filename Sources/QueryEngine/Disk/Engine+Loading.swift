import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import Synchronization

/// What an evaluation misses is read, once, and was so from the start.
extension Engine {
  /// - Returns: false when it is no input that can be read.
  func load(_ missing: MissingInput) async -> Bool {
    if missing.input == SourceInput.self, let file = missing.key as? FileID {
      await loads.run(.file(file.path)) { await load(file) }
    } else if missing.input == DirectoryInput.self, let path = missing.key as? String {
      await loads.run(.directory(path)) { await load(directory: path) }
    } else {
      return false
    }
    return true
  }

  private func load(_ file: FileID) async {
    let (isKnown, project) = host.withLock { ($0.disk[file] != nil, $0.project) }
    let isReadable = project.mayRead(file.path)
    let content = !isKnown && isReadable ? await files.read(file.path) : nil
    let source = content.flatMap { makeSource($0.bytes) }
    let mustLookAgain = host.withLock { host in
      // It may have been opened and closed meanwhile, which knows better.
      if host.disk[file] == nil { host.disk[file] = DiskRecord(stat: content?.stat, source: source) }
      database.discover(
        SourceInput.self, file, host.disk[file]?.source, durability: host.project.durability(of: file.path))
      let wasTouched = host.touchedInFlight.remove(.file(file.path)) != nil
      guard wasTouched || host.project.mayRead(file.path) != isReadable else { return false }
      host.disk[file]?.isStale = true
      host.touched.append(file.path)
      return true
    }
    if mustLookAgain { refreshTouched() }
  }

  private func load(directory path: String) async {
    let (known, project) = host.withLock { ($0.directories[path], $0.project) }
    let isReadable = project.mayRead(path)
    let listing: DirectoryListing?
    if let known { listing = known } else { listing = isReadable ? await files.list(path) : nil }
    let mustLookAgain = host.withLock { host in
      if host.directories[path] == nil { host.directories[path] = .some(listing) }
      database.discover(
        DirectoryInput.self, path, host.directories[path] ?? nil, durability: host.project.durability(of: path))
      let wasTouched = host.touchedInFlight.remove(.directory(path)) != nil
      guard wasTouched || host.project.mayRead(path) != isReadable else { return false }
      host.touched.append(path)
      return true
    }
    if mustLookAgain { refreshTouched() }
  }

  func makeSource(_ bytes: [UInt8]) -> SourceFile? {
    guard bytes.count <= options.documentLimit else { return nil }
    return SourceFile(SourceText(bytes), isOpen: false, serial: nextSerial())
  }
}
