import Recording

/// What is measured on, pinned: each part with its hash, and how the whole came to be what it is.
package struct CorpusManifest: Sendable, Equatable {
  package enum Size: String, Sendable, CaseIterable { case small, medium, large }

  package enum Source: Sendable, Equatable {
    /// Made anew each time; the same generator and seed make the same files.
    case generated(generator: String, seed: UInt64)
    /// A file of the repository.
    case recording(String)
  }

  package struct Entry: Sendable, Equatable {
    package var name: String
    package var size: Size
    package var source: Source
    /// Of all its files together; see ``CorpusHash``.
    package var sha256: String
    package var files: Int
    package var bytes: Int

    package init(name: String, size: Size, source: Source, sha256: String, files: Int, bytes: Int) {
      self.name = name
      self.size = size
      self.source = source
      self.sha256 = sha256
      self.files = files
      self.bytes = bytes
    }
  }

  /// One version of the corpus: a change needs a reason, and numbers from before and after it in the same change.
  package struct Version: Sendable, Equatable {
    package var hash: String
    package var day: CalendarDay
    package var reason: String
    /// Comparisons of the same programs on the corpus before and on this one; nil for the first version.
    package var measured: Measured?

    package init(hash: String, day: CalendarDay, reason: String, measured: Measured? = nil) {
      self.hash = hash
      self.day = day
      self.reason = reason
      self.measured = measured
    }

    package struct Measured: Sendable, Equatable {
      package var before: String
      package var after: String

      package init(before: String, after: String) {
        self.before = before
        self.after = after
      }
    }
  }

  package var entries: [Entry]
  /// Oldest first.
  package var versions: [Version]

  package init(entries: [Entry], versions: [Version] = []) {
    self.entries = entries
    self.versions = versions
  }

  /// Of the corpus as a whole: what budgets and comparisons name.
  package var hash: String {
    let lines = entries.sorted { $0.name < $1.name }.map { "\($0.name)\u{0}\($0.size.rawValue)\u{0}\($0.sha256)\n" }
    return ContentHash.sha256(Array(lines.joined().utf8))
  }
}

/// The hash of a part of a corpus: of its files' names and contents, whatever the order in which they come.
package enum CorpusHash {
  package struct File: Sendable, Equatable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package static func sha256(_ files: some Sequence<File>) -> String {
    let lines = files.map { (path: $0.path, hash: ContentHash.sha256($0.bytes)) }.sorted { $0.path < $1.path }
      .map { "\($0.path)\u{0}\($0.hash)\n" }
    return ContentHash.sha256(Array(lines.joined().utf8))
  }
}
