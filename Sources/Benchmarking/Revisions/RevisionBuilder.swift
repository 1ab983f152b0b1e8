import Glibc
import ProcessControl

/// A revision of a project, built.
package struct BuiltRevision: Sendable, Equatable {
  /// As it was asked for.
  package var name: String
  package var commit: String
  /// The top of its work tree.
  package var directory: String
}

/// Builds revisions in work trees of their own, which are kept by commit, so that a base is built once.
package struct RevisionBuilder {
  package let repository: String
  package let cache: String
  /// Told what takes long.
  package var progress: ((String) -> Void)?

  private static let marker = ".reprise-built"

  /// - Parameters:
  ///   - directory: anywhere within the repository.
  ///   - cache: where work trees are kept; nil for the user's cache folder.
  /// - Throws: that there is no repository, or no `git`.
  package init(_ directory: String, cache: String? = nil) throws(BenchmarkingError) {
    let top = try CommandRun.run(["git", "-C", directory, "rev-parse", "--show-toplevel"])
    guard top.succeeded else {
      throw BenchmarkingError(
        "\(directory) is in no git repository; go to one, or give --base-command and --target-command")
    }
    repository = top.output.trimmingNewlines
    self.cache = cache ?? Self.userCache + "/" + repository.replacing("/", with: "-").drop { $0 == "-" }
  }

  private static var userCache: String {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    return (variable("XDG_CACHE_HOME") ?? (variable("HOME") ?? "/tmp") + "/.cache") + "/reprise/revisions"
  }

  /// The text of a file as it is in a commit; nil when it is not there.
  package func file(_ path: String, at commit: String) throws(BenchmarkingError) -> String? {
    let run = try git(["show", "\(commit):\(path)"])
    return run.succeeded ? run.output : nil
  }

  /// Checks a revision out and builds it, unless that was done before.
  ///
  /// - Throws: that there is no such revision, or that it cannot be built, with the end of what the build said.
  package func build(_ name: String, with build: String?) throws(BenchmarkingError) -> BuiltRevision {
    let commit = try self.commit(name)
    let directory = cache + "/" + commit
    let lock = try FileLock(cache, name: commit)
    defer { lock.unlock() }
    try checkOut(commit, to: directory)
    let revision = BuiltRevision(name: name, commit: commit, directory: directory)
    guard let build, !isBuilt(directory, with: build) else { return revision }
    progress?("building \(name) (\(commit.prefix(10)))")
    let run = try CommandRun.run(["/bin/sh", "-c", build], in: directory)
    guard run.succeeded else {
      let said = (run.errors + run.output).split(separator: "\n").suffix(15).joined(separator: "\n")
      throw BenchmarkingError(
        "\(name) (\(commit.prefix(10))) cannot be built with `\(build)` (\(run.status.description)):\n\(said)")
    }
    try Self.write(build, to: directory + "/" + Self.marker)
    return revision
  }

  package func commit(_ name: String) throws(BenchmarkingError) -> String {
    let run = try git(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
    guard run.succeeded else {
      throw BenchmarkingError("\(name) is no revision of \(repository); fetch it, or look at `git branch --all`")
    }
    return run.output.trimmingNewlines
  }

  private func git(_ arguments: [String]) throws(BenchmarkingError) -> CommandRun {
    try CommandRun.run(["git", "-C", repository] + arguments)
  }

  private func checkOut(_ commit: String, to directory: String) throws(BenchmarkingError) {
    guard access(directory + "/.git", F_OK) != 0 else { return }
    // A work tree whose folder was deleted is still known to git.
    _ = try git(["worktree", "prune"])
    let run = try git(["worktree", "add", "--detach", "--force", directory, commit])
    guard run.succeeded else { throw BenchmarkingError("cannot check \(commit) out: \(run.errors.trimmingNewlines)") }
  }

  private func isBuilt(_ directory: String, with build: String) -> Bool {
    ProcText.read(directory + "/" + Self.marker) == build
  }

  private static func write(_ text: String, to path: String) throws(BenchmarkingError) {
    guard let file = fopen(path, "w") else { throw BenchmarkingError("cannot write \(path)") }
    defer { fclose(file) }
    fputs(text, file)
  }
}

extension String {
  fileprivate var trimmingNewlines: String { String(reversed().drop { $0.isNewline }.reversed()) }
}

/// Two comparisons at once must not build the same revision in the same folder.
private struct FileLock {
  private let descriptor: Int32

  init(_ directory: String, name: String) throws(BenchmarkingError) {
    _ = try CommandRun.run(["mkdir", "-p", directory])
    descriptor = open(directory + "/" + name + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw BenchmarkingError("cannot write to \(directory): \(String(cString: strerror(errno)))")
    }
  }

  func unlock() { close(descriptor) }
}
