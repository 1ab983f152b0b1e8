import ArgumentParser
import FigureSupport
import Foundation
import PikeSyntax

/// Lexing and parsing of the whole library, against what pike takes for cutting it into tokens and for compiling it.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Compare the speed with pike's, in turns.")

  @OptionGroup var options: LibraryOptions

  @Option(help: "How often each is measured.")
  var rounds = 5

  @Option(help: "The program that times pike.")
  var times = "Benchmarks/syntax/times.pike"

  func run() throws {
    let library = try options.load()
    var ours: [Double] = []
    var tokenize: [Double] = []
    var compile: [Double] = []
    for _ in 0..<rounds {
      ours.append(
        ProcessorTime.of {
          for source in library.sources { _ = source.parse() }
        })
      let theirs = try measurePike()
      tokenize.append(theirs.tokenize)
      compile.append(theirs.compile)
    }
    let speed = Double(library.bytes) / quantile(0.5, of: ours) / 1e6
    print("parse: \(speed.rounded(1)) MB/s of processor time, \(library.bytes) bytes, median of \(rounds)")
    report("Parser.Pike split and tokenize", ours, tokenize, library.bytes)
    report("compile()", ours, compile, library.bytes)
  }

  private func report(_ name: String, _ ours: [Double], _ theirs: [Double], _ bytes: Int) {
    let ratios = zip(theirs, ours).map { $0 / $1 }
    let speed = Double(bytes) / quantile(0.5, of: theirs) / 1e6
    print(
      "\(name): \(speed.rounded(2)) MB/s; we are \(quantile(0.5, of: ratios).rounded(1)) × as fast "
        + "(\((ratios.min() ?? 0).rounded(1))–\((ratios.max() ?? 0).rounded(1)))")
  }

  private func measurePike() throws -> (tokenize: Double, compile: Double) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pike8.0", times, options.library, "2"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let times = try? JSONDecoder().decode(Times.self, from: data),
      // The compiler loads the modules that the files refer to when it runs for the first time.
      let tokenize = times.seconds.tokenize.last, let compile = times.seconds.compile.last
    else { throw ValidationError("pike8.0 \(times) gave no times; is pike8.0 installed?") }
    return (tokenize, compile)
  }

  private struct Times: Decodable {
    struct Seconds: Decodable {
      /// Of split and tokenize together.
      var tokenize: [Double]
      var compile: [Double]
    }

    var seconds: Seconds
  }
}
