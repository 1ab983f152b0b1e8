import PikeAnalysis

/// An installed Pike library.
struct PikeLibrary: Sendable, Equatable {
  /// The directory that has `modules` and, perhaps, `include` in it.
  var root: String

  var modulePath: String { root + "/modules" }
  var includePath: String { root + "/include" }
}

/// Looks for the library: where the client says, else at the usual places, newest version first.
struct LibrarySearch: Sendable {
  let files: any FileAccess
  let candidates: [String]

  func find(configured: String?) async -> PikeLibrary? {
    if let configured {
      guard let path = FilePath.absolute(configured, in: nil) else { return nil }
      return await library(at: path)
    }
    for candidate in candidates {
      for path in await expand(candidate) {
        if let library = await library(at: path) { return library }
      }
    }
    return nil
  }

  /// Where ``find(configured:)`` may look.
  func roots(configured: String?) -> [String] {
    if let configured { return FilePath.absolute(configured, in: nil).map { [$0] } ?? [] }
    return candidates.map { $0.hasSuffix("/*") ? String($0.dropLast(2)) : $0 }
  }

  private func library(at path: String) async -> PikeLibrary? {
    for root in [path + "/lib", path] {
      if await files.list(root + "/modules") != nil { return PikeLibrary(root: root) }
    }
    return nil
  }

  private func expand(_ candidate: String) async -> [String] {
    guard candidate.hasSuffix("/*") else { return [candidate] }
    let parent = String(candidate.dropLast(2))
    let names = await files.list(parent)?.directories ?? []
    return names.sorted { Self.version($1).lexicographicallyPrecedes(Self.version($0)) }.map { "\(parent)/\($0)" }
  }

  /// The numbers in a name: 8.0.1738 is newer than 8.0.702.
  private static func version(_ name: String) -> [Int] {
    name.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }
}
