import Glibc
import ProcessControl

/// From the start of the program to the first diagnostics with their metrics, in a small workspace.
struct Startup: BenchmarkPath {
  static let description = PathDescription(name: "startup", isCritical: true, corpus: .small, warmupDivisor: 8) {
    Self(in: $0)
  }

  private let place: BenchmarkPlace
  private var child: ChildProcess?

  init(in place: BenchmarkPlace) { self.place = place }

  mutating func perform() async throws -> String {
    let child = try ChildProcess.spawn(
      command: place.program,
      arguments: [
        "engine", "--protocol", "query-engine-v2", "--library", place.root + "/" + PikeCorpus.library, "--no-index",
      ])
    self.child = child
    guard Descriptor.writeAll(child.standardInput, Array(questions.utf8)) == 0, let answer = Self.lastAnswer(of: child)
    else { throw BenchmarkFailure("\(place.program) engine did not answer; run it by hand to see why") }
    return answer.replacing(place.root, with: "")
  }

  mutating func finish() {
    guard let child else { return }
    for end in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(end) }
    _ = child.wait()
    self.child = nil
  }

  func takeWork() -> WorkCounters { WorkCounters() }

  private static let questionCount = 4

  private var questions: String {
    let uri = "file://" + place.root + "/" + PikeCorpus.modulePath(1)
    let workspace = "file://" + place.root + "/" + PikeCorpus.workspace
    return """
      {"id":1,"method":"get_protocol_info","params":{}}
      {"id":2,"method":"engine_update_workspace","params":{"roots":["\(workspace)"]}}
      {"id":3,"method":"engine_open_document","params":{"uri":"\(uri)","languageId":"pike","version":1,"text":"int x = .Module2.module2_limit + missing;\\n"}}
      {"id":4,"method":"engine_query","params":{"feature":"diagnostics","requestId":"q1","snapshot":{"mode":"latest"},"queryParams":{"uri":"\(uri)"}}}

      """
  }

  /// Nil when the program ends before it has answered.
  private static func lastAnswer(of child: ChildProcess) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count(where: { $0 == UInt8(ascii: "\n") }) < questionCount {
      guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(child.standardOutput, into: $0) })
      else { return nil }
      bytes += buffer[..<count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let last = text.split(separator: "\n").last(where: { $0.contains("\"q1\"") }), !last.contains("\"error\"")
    else { return nil }
    // The metrics vary, and so does the revision, as files are found sooner or later; what was found does not.
    guard let found = last.firstRange(of: "\"payload\":")?.upperBound else { return nil }
    return String(last[found...].prefix { $0 != "]" })
  }
}
