import Benchmarking
import EngineBenchmarks
import Foundation
import PerformanceGates
import Recording
import Replay

/// Two programs, built and met, ready to be measured. Its files go with it.
final class PreparedContest {
  let contest: any Contest
  let base: Comparison.Revision
  let target: Comparison.Revision
  /// Where the target's files are, such as its suites.
  let targetDirectory: String
  private let scratch: String

  init(_ options: ComparisonOptions, manifest: CorpusManifest?) throws {
    let sides = try Sides(options)
    targetDirectory = sides.target.directory ?? "."
    scratch = NSTemporaryDirectory() + "reprise-compare-\(getpid())"
    if let server = sides.servers, !sides.recordings.isEmpty {
      contest = try Self.servers(server, sides)
    } else if let agents = sides.agents {
      contest = try Self.agents(agents, sides, options, scratch)
    } else {
      throw BenchmarkingError(
        "there is nothing to measure on: name recordings, here or in \(ProjectConfiguration.fileName)")
    }
    let pinned = manifest.flatMap { Self.pinned($0, agents: sides.recordings.isEmpty) }
    let folder = scratch
    func revision(_ side: Side, _ contestant: Contestant) -> Comparison.Revision {
      // The agents know of their own parts only; when those are what is pinned, the corpus is the pinned one.
      let corpus = pinned?.parts == contestant.corpus ? pinned?.whole ?? contestant.corpus : contestant.corpus
      return Comparison.Revision(
        name: side.name, commit: side.commit,
        command: contestant.command.map { Self.local($0, in: [side.directory, folder]) }, corpus: corpus,
        paths: contestant.paths)
    }
    base = revision(sides.base, contest.base)
    target = revision(sides.target, contest.target)
  }

  /// As the project names it: where this machine keeps it is nothing to who reads what was measured.
  private static func local(_ word: String, in folders: [String?]) -> String {
    let prefix = folders.compactMap { $0.map { $0 + "/" } }.first { word.hasPrefix($0) }
    return prefix.map { String(word.dropFirst($0.count)) } ?? word
  }

  deinit { try? FileManager.default.removeItem(atPath: scratch) }

  /// The hash of the manifest's generated parts, and of the whole.
  private static func pinned(_ manifest: CorpusManifest, agents: Bool) -> (parts: String, whole: String)? {
    guard agents else { return nil }
    let generated = manifest.entries.filter { if case .generated = $0.source { true } else { false } }
    return (CorpusManifest(entries: generated).hash, manifest.hash)
  }

  private static func agents(
    _ commands: BySide<[String]>, _ sides: Sides, _ options: ComparisonOptions, _ scratch: String
  ) throws -> AgentContest {
    for part in PikeCorpus.all { try CorpusFolder.write(part.files(), to: scratch + "/corpus/" + part.name) }
    let corpus = ["--corpus", scratch + "/corpus"]
    var contest = try AgentContest(
      base: commands.base + corpus, target: commands.target + corpus,
      directories: BySide(base: sides.base.directory, target: sides.target.directory))
    contest.warmup *= options.warmup
    contest.minimumTime = options.minTime
    return contest
  }

  private static func servers(_ commands: BySide<[String]>, _ sides: Sides) throws -> ServerContest {
    var sessions: [RecordedSession] = []
    var files: [CorpusHash.File] = []
    for path in sides.recordings {
      guard let data = FileManager.default.contents(atPath: path) else {
        Output.message("\(path): cannot be read; is the path right?")
        throw ExitReason.badInput.thrown
      }
      do throws(RecordingError) {
        sessions.append(try RecordedSession.load(path: path))
      } catch {
        Output.message("\(error)")
        throw ExitReason.badInput.thrown
      }
      files.append(CorpusHash.File(path: (path as NSString).lastPathComponent, bytes: Array(data)))
    }
    return try ServerContest(
      base: commands.base, target: commands.target, sessions: sessions, corpus: CorpusHash.sha256(files))
  }
}

/// The two sides as they were asked for.
struct Side {
  var name: String
  var commit: String?
  var directory: String?
}

private struct Sides {
  var base: Side
  var target: Side
  var agents: BySide<[String]>?
  var servers: BySide<[String]>?
  var recordings: [String]

  init(_ options: ComparisonOptions) throws {
    recordings = options.recordings
    if let baseCommand = options.baseCommand, let targetCommand = options.targetCommand {
      base = Side(name: baseCommand)
      target = Side(name: targetCommand)
      let commands = BySide(base: CommandWords.split(baseCommand), target: CommandWords.split(targetCommand))
      if recordings.isEmpty { agents = commands } else { servers = commands }
      return
    }
    var builder = try RevisionBuilder(".", cache: options.cache)
    if !options.quiet { builder.progress = { Output.message($0) } }
    let targetConfiguration = try Self.configuration(options.target, builder)
    guard let configuration = targetConfiguration else {
      throw BenchmarkingError(
        "\(options.target) has no \(ProjectConfiguration.fileName), which says how the project is built and started; "
          + "write one (docs/performance-gate.md), or give --base-command and --target-command")
    }
    // A base from before there was such a file is built as its successor is.
    let baseConfiguration = try Self.configuration(options.base, builder) ?? configuration
    let (one, other) = (
      try builder.build(options.base, with: baseConfiguration.build),
      try builder.build(options.target, with: configuration.build)
    )
    base = Side(name: one.name, commit: one.commit, directory: one.directory)
    target = Side(name: other.name, commit: other.commit, directory: other.directory)
    agents = Self.both(baseConfiguration.agent, configuration.agent, one, other)
    servers = Self.both(baseConfiguration.server, configuration.server, one, other)
    if recordings.isEmpty, agents == nil {
      // The base is measured on the target's recordings, as on its corpus.
      recordings = configuration.recordings.flatMap { FilePattern.files($0, in: other.directory) }
    }
  }

  private static func configuration(_ reference: String, _ builder: RevisionBuilder) throws -> ProjectConfiguration? {
    let commit = try builder.commit(reference)
    guard let text = try builder.file(ProjectConfiguration.fileName, at: commit) else { return nil }
    return try ProjectConfiguration(parsing: text, name: "\(ProjectConfiguration.fileName) of \(reference)")
  }

  private static func both(_ base: [String]?, _ target: [String]?, _ one: BuiltRevision, _ other: BuiltRevision)
    -> BySide<[String]>?
  {
    guard let base, let target else { return nil }
    return BySide(base: started(base, one), target: started(target, other))
  }

  /// A program of the project is named from the top of its work tree.
  private static func started(_ command: [String], _ revision: BuiltRevision) -> [String] {
    let own = revision.directory + "/" + command[0]
    return (command[0].contains("/") && !command[0].hasPrefix("/") ? [own] : [command[0]]) + command.dropFirst()
  }
}

/// Names of files with `*` in their last part.
enum FilePattern {
  /// What a pattern without a match names is missed by whoever opens it.
  static func files(_ pattern: String, in directory: String) -> [String] {
    let found = existing(pattern, in: directory)
    return found.isEmpty ? [path(pattern, directory)] : found
  }

  static func existing(_ pattern: String, in directory: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(path(pattern, directory), 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
  }

  private static func path(_ pattern: String, _ directory: String) -> String {
    pattern.hasPrefix("/") ? pattern : directory + "/" + pattern
  }
}

/// A command as it is written in a shell: words at spaces, with quotes around what holds some.
enum CommandWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch (character, quote) {
      case (let mark, let open?) where mark == open: quote = nil
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil):
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
