package import JSONRPC

extension CorpusManifest {
  package var json: JSONValue {
    [
      "schemaVersion": .number(FileVersion.corpus), "hash": .string(hash), "entries": .array(entries.map(\.json)),
      "versions": .array(versions.map(\.json)),
    ]
  }

  /// Reads a manifest; all that is wrong with it is thrown together.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let collector = ProblemCollector()
    let value = try LocatedValue(parsing: bytes)
    self = try collector.finish(ObjectReader(value, into: collector).flatMap(Self.read))
  }

  private static func read(_ file: ObjectReader) -> CorpusManifest? {
    file.checkVersion(FileVersion.corpus)
    file.allow(["schemaVersion", "hash", "entries", "versions"])
    let remedy = "write it with `reprise corpus pin`"
    let entries = file.required("entries", remedy) { $0.objects($1)?.compactMap(Entry.init(reading:)) }
    let versions = file.required("versions", remedy) { $0.objects($1)?.compactMap(Version.init(reading:)) }
    let hash = file.required("hash", remedy) { $0.string($1) }
    guard let entries, let versions, let hash else { return nil }
    let manifest = CorpusManifest(entries: entries, versions: versions)
    for (index, entry) in entries.enumerated() where entries[..<index].contains(where: { $0.name == entry.name }) {
      file.problem("entries", "\"\(entry.name)\" is there twice", "keep one of the two")
    }
    if hash != manifest.hash {
      file.problem(
        "hash", "is not the hash of the entries (\(manifest.hash))", "the file was edited by hand; \(remedy)")
    }
    return manifest
  }
}

extension CorpusManifest.Entry {
  fileprivate var json: JSONValue {
    let source: [(String, JSONValue)] =
      switch self.source {
      case .generated(let generator, let seed):
        [("generator", .string(generator)), ("seed", .string(String(seed)))]
      case .recording(let path): [("recording", .string(path))]
      }
    return .compact(
      [("name", .string(name)), ("size", .string(size.rawValue))] + source + [
        ("files", .number(files)), ("bytes", .number(bytes)), ("sha256", .string(sha256)),
      ])
  }

  fileprivate init?(reading object: ObjectReader) {
    object.allow(["name", "size", "generator", "seed", "recording", "files", "bytes", "sha256"])
    let remedy = "write the manifest with `reprise corpus pin`"
    let name = object.required("name", remedy) { $0.string($1) }
    let size: CorpusManifest.Size? = object.required("size", remedy) { $0.choice($1) }
    let sha256 = object.required("sha256", remedy) { $0.string($1) }
    let files = object.required("files", remedy) { $0.integer($1) }
    let bytes = object.required("bytes", remedy) { $0.integer($1) }
    guard let name, let size, let sha256, let files, let bytes else { return nil }
    let seed = object.string("seed").flatMap { UInt64($0) }
    let source: CorpusManifest.Source
    switch (object.string("recording"), object.string("generator"), seed) {
    case (let recording?, nil, nil): source = .recording(recording)
    case (nil, let generator?, let seed?): source = .generated(generator: generator, seed: seed)
    default:
      object.problem("", "is neither a recording nor a generator with its seed", remedy)
      return nil
    }
    self.init(name: name, size: size, source: source, sha256: sha256, files: files, bytes: bytes)
  }
}

extension CorpusManifest.Version {
  fileprivate var json: JSONValue {
    .compact([
      ("hash", .string(hash)), ("day", .string(day.description)), ("reason", .string(reason)),
      ("measured", measured.map { ["before": .string($0.before), "after": .string($0.after)] } ?? .null),
    ])
  }

  fileprivate init?(reading object: ObjectReader) {
    object.allow(["hash", "day", "reason", "measured"])
    let hash = object.required("hash", "name the corpus that this version is") { $0.string($1) }
    let day = object.required("day", "say when") { $0.day($1) }
    let reason = object.required("reason", "say why the corpus changed") { $0.string($1) }
    guard let hash, let day, let reason else { return nil }
    let measured = object.object("measured").flatMap { measured -> Measured? in
      let before = measured.required("before", "name the comparison on the corpus before") { $0.string($1) }
      let after = measured.required("after", "name the comparison on this corpus") { $0.string($1) }
      guard let before, let after else { return nil }
      return Measured(before: before, after: after)
    }
    self.init(hash: hash, day: day, reason: reason, measured: measured)
  }
}
