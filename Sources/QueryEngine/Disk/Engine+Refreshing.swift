import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import Synchronization

/// What was touched is looked at by one task, in order, and becomes one revision.
extension Engine {
  /// Starts the task, if there is anything to look at and it does not run.
  func refreshTouched() {
    let mustStart = host.withLock { host in
      guard !host.touched.isEmpty, !host.isRefreshing else { return false }
      host.isRefreshing = true
      // Under the lock, so that whoever sees nothing touched any more also sees that somebody is at it.
      refreshing.enter()
      return true
    }
    guard mustStart else { return }
    spawner.spawn("refresh files") { [self] in
      while let plan = nextPlan() { await refresh(plan) }
      refreshing.leave()
    }
  }

  /// Whether what a closed file's record says is still so; looks at its stat only. What has changed is read.
  func validate(_ file: FileID) async {
    let known: FileStat?? = host.withLock { host in
      guard host.documents[file] == nil, let record = host.disk[file], host.project.mayRead(file.path) else {
        return nil
      }
      return .some(record.stat)
    }
    guard let known, await files.stat(file.path) != known else { return }
    host.withLock { $0.touched.append(file.path) }
    refreshTouched()
    await refreshing.wait()
  }

  // MARK: Reading

  private struct Plan {
    var paths: [String] = []
    /// With what was known of them.
    var files: [(file: FileID, record: DiskRecord)] = []
    var directories: [String] = []
  }

  /// What has been found out.
  private struct Findings {
    var files: [(file: FileID, stat: FileStat?, source: SourceFile?)] = []
    var directories: [(path: String, listing: DirectoryListing?)] = []
    /// Of the paths that could be files of the workspace: whether they are there.
    var presence: [(file: FileID, exists: Bool)] = []
    var mustCrawl = false
  }

  private func nextPlan() -> Plan? {
    host.withLock { host in
      guard !host.touched.isEmpty else {
        host.isRefreshing = false
        return nil
      }
      var seen: Set<String> = []
      let paths = host.touched.filter { seen.insert($0).inserted }
      host.touched = []
      var plan = Plan(paths: paths)
      var files: Set<FileID> = []
      var directories: Set<String> = []
      for path in paths { note(path, host: &host, &files, &directories) }
      plan.files = files.sorted().compactMap { file in host.disk[file].map { (file, $0) } }
      plan.directories = directories.sorted()
      return plan
    }
  }

  /// Which of what is known a touched path stands for.
  private func note(
    _ path: String, host: inout HostState, _ files: inout Set<FileID>, _ directories: inout Set<String>
  ) {
    let file = FileID(path)
    if loads.isLoading(.file(path)) { host.touchedInFlight.insert(.file(path)) }
    if host.disk[file] != nil {
      if host.documents[file] == nil { files.insert(file) } else { host.disk[file]?.isStale = true }
    } else {
      // It may be a directory that has come, gone or been renamed, with all that is in it.
      files.formUnion(host.disk.keys.filter { FilePath.isInside($0.path, path) && host.documents[$0] == nil })
      directories.formUnion(host.directories.keys.filter { FilePath.isInside($0, path) })
    }
    for directory in [path, FilePath.parent(path)] {
      if loads.isLoading(.directory(directory)) { host.touchedInFlight.insert(.directory(directory)) }
      if host.directories[directory] != nil { directories.insert(directory) }
    }
  }

  private func refresh(_ plan: Plan) async {
    let (project, roots, known) = host.withLock { ($0.project, $0.workspaceRoots, $0.workspaceFiles) }
    var findings = Findings()
    for (file, record) in plan.files where project.mayRead(file.path) {
      let stat = await files.stat(file.path)
      guard stat != record.stat || record.isStale else { continue }
      let content = stat == nil ? nil : await files.read(file.path)
      findings.files.append((file, content?.stat, content.flatMap { makeSource($0.bytes) }))
    }
    for path in plan.directories where project.mayRead(path) {
      findings.directories.append((path, await files.list(path)))
    }
    for path in plan.paths where roots.contains(where: { FilePath.isVisible(path, under: $0) }) {
      let isFile = await files.stat(path) != nil
      if FilePath.isPikeFile(path) { findings.presence.append((FileID(path), isFile)) }
      guard !isFile, !findings.mustCrawl else { continue }
      // A directory that has come or gone takes files with it.
      let hadFiles = known.contains { $0.path != path && FilePath.isInside($0.path, path) }
      if hadFiles { findings.mustCrawl = true } else { findings.mustCrawl = await files.list(path) != nil }
    }
    update { host, changes in take(findings, &host, &changes) }
    if findings.mustCrawl || (!findings.presence.isEmpty && crawling.isBusy) { crawlWorkspace() }
  }

  private func take(_ findings: Findings, _ host: inout HostState, _ changes: inout InputChanges) {
    let project = host.project
    for (file, stat, source) in findings.files where project.mayRead(file.path) {
      // One that was opened meanwhile is looked at when it is closed.
      guard host.documents[file] == nil, let old = host.disk[file] else { continue }
      let isSame = Self.isSame(old.source, source)
      host.disk[file] = DiskRecord(stat: stat, source: isSame ? old.source : source)
      if !isSame { changes.set(file, source, project.durability(of: file.path)) }
    }
    for (path, listing) in findings.directories where project.mayRead(path) {
      guard let old = host.directories[path], old != listing else { continue }
      host.directories[path] = .some(listing)
      changes.set(path, listing, project.durability(of: path))
    }
    let before = host.workspaceFiles
    for (file, exists) in findings.presence where exists != host.isKnownInWorkspace(file) {
      if exists { host.workspaceFiles.append(file) } else { host.workspaceFiles.removeAll { $0 == file } }
      host.workspaceFiles.sort()
    }
    if host.workspaceFiles != before { changes.setWorkspaceFiles(of: host) }
  }

  private static func isSame(_ one: SourceFile?, _ other: SourceFile?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.text.count == other.text.count
      && one.text[0..<one.text.count].elementsEqual(other.text[0..<other.text.count])
  }
}
