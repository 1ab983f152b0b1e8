import Foundation

/// A corpus on disk: a folder for each part.
package enum CorpusFolder {
  /// The parts in a folder, or as they are generated.
  package static func parts(in folder: String?) throws -> [(name: String, files: [CorpusFile])] {
    try PikeCorpus.all.map { part in
      guard let folder else { return (part.name, part.files()) }
      let files = try read(folder + "/" + part.name)
      if files.isEmpty {
        throw BenchmarkFailure("\(folder)/\(part.name) holds no part of a corpus; leave --corpus away")
      }
      return (part.name, files)
    }
  }

  package static func write(_ files: [CorpusFile], to folder: String) throws {
    for file in files {
      let path = folder + "/" + file.path
      let directory = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try file.text.write(toFile: path, atomically: false, encoding: .utf8)
    }
  }

  private static func read(_ folder: String) throws -> [CorpusFile] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.sorted().filter { $0.hasSuffix(".pmod") || $0.hasSuffix(".pike") }.compactMap { name in
      var isDirectory = ObjCBool(false)
      guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isDirectory),
        !isDirectory.boolValue
      else { return nil }
      return CorpusFile(path: name, text: try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }
  }
}
