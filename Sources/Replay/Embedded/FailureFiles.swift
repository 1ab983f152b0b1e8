import Glibc
import Recording
import Simulation

/// Writes failing runs as recordings: what was replayed, and in the header how it was run, so that the file alone makes the same run again.
package struct FailureFiles: Sendable {
  private let folder: String

  package init(folder: String) { self.folder = folder }

  /// Names are kept short, since people paste the line that reproduces a failure.
  private static let longestName = 40
  private static let attempts = 1000

  /// - Returns: the file's path.
  package func write(_ run: EmbeddedRun, _ options: RunOptions) throws(SessionWriterError) -> String {
    let simulated = run.simulate(recordingSchedule: options)
    var laidDown = options
    // Whose turn it was, so that the run is had again even when the code has changed a little.
    laidDown.scheduler = .replay(simulated.report.schedule)
    guard let path = Self.path(in: folder, recording: run.recorded.name, seed: options.seed) else {
      throw SessionWriterError(description: "\(folder): there are too many failures of this name; remove some")
    }
    try run.recorded.write(laidDown, to: path)
    return path
  }

  /// Where there is no file yet; makes the folder. Nil when there are very many of them.
  static func path(in folder: String, recording: String, seed: UInt64) -> String? {
    mkdir(folder, 0o755)
    let stem = "\(folder)/\(name(of: recording))-\(seed)"
    return (0..<attempts).lazy.map { $0 == 0 ? "\(stem).trace.gz" : "\(stem)-\($0 + 1).trace.gz" }
      .first { access($0, F_OK) != 0 }
  }

  /// Writes a session that was not simulated: who has the same server may make the same run again.
  ///
  /// - Returns: the file's path.
  package func write(_ session: RecordedSession, _ options: RunOptions) throws(SessionWriterError) -> String {
    guard let path = Self.path(in: folder, recording: session.name, seed: options.seed) else {
      throw SessionWriterError(description: "\(folder): there are too many failures of this name; remove some")
    }
    try session.write(options, to: path)
    return path
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "session"
    let stem = name.hasSuffix(".trace.gz") ? String(name.dropLast(".trace.gz".count)) : name
    return String(stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }.prefix(longestName))
  }
}

extension EmbeddedRun {
  func simulate(recordingSchedule options: RunOptions) -> Simulated {
    var simulation = options.simulation
    simulation.recordsSchedule = true
    return simulate(simulation, variesPace: options.variesPace, checks: options.checks)
  }

  /// What the header says about how this is to be run; nil when it is no failure's.
  package func headerOptions() throws(ReplayRun.Failure) -> RunOptions? {
    do throws(RunOptionsError) {
      return try RunOptions(recorded.header.run)
    } catch {
      throw .badHeader(recorded.name, error.description)
    }
  }


  /// The session as it was replayed.
  package func write(
    _ simulated: Simulated, _ options: RunOptions, to path: String, started: String, recorder: String
  ) throws(SessionWriterError) {
    var header = recorded.header
    (header.started, header.recorder, header.command, header.run) = (
      started, recorder, self.options.serverName, options.json
    )
    let writer = try SessionWriter(path: path, header: header)
    for file in recorded.files + recorded.changedFiles { writer.append(.file(file), at: 0) }
    for (event, time) in simulated.events { writer.append(event, at: time) }
    writer.finish(peers: recorded.peers, status: simulated.status)
    if let failure = writer.failure { throw SessionWriterError(description: failure) }
  }
}

extension RecordedSession {
  /// Writes the session, with how it is run in its header.
  package func write(_ options: RunOptions, to path: String) throws(SessionWriterError) {
    var header = header
    header.run = options.json(isGenerated: isGenerated)
    let writer = try SessionWriter(path: path, header: header)
    for record in records { writer.append(record.event, at: record.time) }
    writer.finish(peers: nil, status: nil)
    if let failure = writer.failure { throw SessionWriterError(description: failure) }
  }
}
