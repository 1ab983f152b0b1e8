import Benchmarking
import Reporting

/// A file as a revision of its git repository has it.
enum GitFile {
  /// Nil when the revision does not have the file. No such revision, or no git, ends the verb.
  static func bytes(_ path: String, at revision: String) throws -> [UInt8]? {
    let folder = PinnedFiles.folder(of: path)
    let name = "./" + path.dropFirst(folder.isEmpty ? 0 : folder.count + 1)
    let listed = try git(["ls-tree", "--name-only", revision, "--", name], in: folder, revision)
    guard !listed.isEmpty else { return nil }
    return Array(try git(["show", "\(revision):\(name)"], in: folder, revision).utf8)
  }

  private static func git(_ arguments: [String], in folder: String, _ revision: String) throws -> String {
    do throws(BenchmarkingError) {
      let run = try CommandRun.run(["git"] + arguments, in: folder.isEmpty ? nil : folder)
      if run.succeeded { return run.output }
      let said = run.errors.split(separator: "\n").last.map(String.init) ?? "git failed"
      Output.message(
        Printable.escape("\(revision): \(said); give a revision that is here (git fetch), or a file with --base"))
    } catch {
      Output.message(Printable.escape("\(error)"))
    }
    throw ExitReason.cannotRun.thrown
  }
}
