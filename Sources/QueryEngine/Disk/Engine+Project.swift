import IncrementalQueries
import PikeAnalysis
import Synchronization

/// Where things are: settings, roots and the library that was found.
extension Engine {
  /// What may be read has perhaps changed with the project: what may not be any more is as if it were not there, and what may be now
  /// is to be looked at.
  func projectChanged(from old: ProjectModel, _ host: inout HostState, _ changes: inout InputChanges) {
    let new = host.project
    guard new != old else { return }
    changes.set(new)
    files.rootsChanged(readableRoots(of: host))
    for file in host.disk.keys.sorted() where old.mayRead(file.path) != new.mayRead(file.path) {
      if new.mayRead(file.path) {
        host.disk[file]?.isStale = true
        host.touched.append(file.path)
      } else {
        let hadSource = host.disk[file]?.source != nil
        host.disk[file] = DiskRecord(stat: nil, source: nil)
        if hadSource, host.documents[file] == nil { changes.set(file, nil, .medium) }
      }
    }
    for path in host.directories.keys.sorted() where old.mayRead(path) != new.mayRead(path) {
      if new.mayRead(path) {
        host.touched.append(path)
      } else if case .some(.some) = host.directories.updateValue(nil, forKey: path) {
        changes.set(path, nil, .medium)
      }
    }
  }

  private func readableRoots(of host: HostState) -> [String] {
    let search = LibrarySearch(files: files, candidates: options.libraryCandidates)
    return host.project.readableRoots + search.roots(configured: host.settings.libraryPath)
  }

  // MARK: The library

  /// Before the first use of the engine; not when it is made, since settings may come yet.
  func searchLibraryOnce() {
    let isFirst = host.withLock { host in
      defer { host.hasSearched = true }
      return !host.hasSearched
    }
    if isFirst { searchLibrary() }
  }

  func searchLibrary() {
    let (number, configured) = host.withLock { host in
      host.hasSearched = true
      host.searchNumber += 1
      files.rootsChanged(readableRoots(of: host))
      return (host.searchNumber, host.settings.libraryPath)
    }
    searching.enter()
    spawner.spawn("search library") { [self] in
      let search = LibrarySearch(files: files, candidates: options.libraryCandidates)
      let library = await search.find(configured: configured)
      readBuiltins()
      update { host, changes in
        guard host.searchNumber == number, host.library != library else { return }
        let old = host.project
        host.library = library
        projectChanged(from: old, &host, &changes)
      }
      searching.leave()
    }
  }

  /// The table is read once a process. Here it is nobody's request that takes so long, and that could not be stopped meanwhile.
  private func readBuiltins() {
    _ = BuiltinTable.globals
    _ = BuiltinTable.canonicalPath("Stdio")
  }

  // MARK: The workspace

  func crawlWorkspace() {
    let (number, roots) = host.withLock { host in
      host.crawlNumber += 1
      return (host.crawlNumber, host.workspaceRoots)
    }
    crawling.enter()
    spawner.spawn("list workspace", priority: .low) { [self] in
      var crawl = WorkspaceCrawl(
        files: files, fileLimit: options.workspaceFileLimit, depthLimit: options.workspaceDepthLimit)
      await crawl.run(roots) { host.withLock { $0.crawlNumber == number } }
      update { host, changes in
        guard host.crawlNumber == number else { return }
        host.isWorkspaceTruncated = crawl.isTruncated
        guard host.workspaceFiles != crawl.found else { return }
        host.workspaceFiles = crawl.found
        changes.setWorkspaceFiles(of: host)
      }
      crawling.leave()
    }
  }
}
