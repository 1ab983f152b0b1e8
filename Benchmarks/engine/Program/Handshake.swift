import ArgumentParser
import FigureSupport
import Glibc
import ProcessControl

/// From starting the program to its first answer.
struct Handshake: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Start of `reprise engine` to its answer to the handshake.")

  @Option(help: "The program.") var reprise = ".build/release/reprise"
  @Option(help: "Starts.") var count = 40

  func run() async throws {
    var walls: [Double] = []
    var processors: [Double] = []
    for _ in 0..<count {
      let before = Self.childrenMilliseconds
      let start = Uptime.now()
      let child = try ChildProcess.spawn(
        command: reprise, arguments: ["engine", "--protocol", "query-engine-v2"])
      let question = "{\"id\":1,\"method\":\"get_protocol_info\",\"params\":{}}\n"
      _ = Descriptor.writeAll(child.standardInput, Array(question.utf8))
      var buffer = [UInt8](repeating: 0, count: 4096)
      guard case .bytes = buffer.withUnsafeMutableBytes({ Descriptor.read(child.standardOutput, into: $0) }) else {
        throw ValidationError("\(reprise) did not answer; build it, or name it with --reprise")
      }
      walls.append(Double(Uptime.now() - start) / 1e6)
      Descriptor.close(child.standardInput)
      _ = child.wait()
      for end in [child.standardOutput, child.standardError] { Descriptor.close(end) }
      processors.append(Self.childrenMilliseconds - before)
    }
    row(
      "start to handshake, wall p50 / p95; CPU of the whole process p50", asked: "15 ms",
      measured: "\(walls.halfAnd(0.95)); \(quantile(0.5, of: processors).rounded(3)) ms",
      holds: quantile(0.5, of: walls) < 15)
  }

  private static var childrenMilliseconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3
  }
}
