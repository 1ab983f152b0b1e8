import JSONRPC

/// Reads the header's line.
enum HeaderParser {
  /// - Throws: ``RecordingError`` without a place.
  static func parse(_ line: [UInt8]) throws(RecordingError) -> Header {
    guard let value = try? JSONValue(parsing: line, maximumDepth: Format.maximumDepth), value["type"] == "header",
      value["format"]?.string == Format.name
    else { throw RecordingError(.notARecording("its first line is not a recording's header")) }
    let version = try version(in: value)
    var header = Header(
      started: value["started"]?.string ?? "",
      recorder: value["recorder"]?.string ?? "",
      command: value["command"]?.array?.compactMap(\.string) ?? [],
      directory: value["directory"]?.string ?? "",
      platform: Header.Platform(
        os: value["platform"]?["os"]?.string ?? "", arch: value["platform"]?["arch"]?.string ?? ""),
      framing: try framing(in: value),
      capture: capture(in: value["capture"]),
      run: value["run"])
    header.version = version
    header.window = try window(in: value)
    return header
  }

  /// Refuses another major version; any minor one will do.
  static func version(in value: JSONValue) throws(RecordingError) -> Header.Version {
    let text = value["version"]?.string ?? ""
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count >= 2, let major = parts[0], let minor = parts[1] else {
      throw RecordingError(.notARecording("its format version '\(text.prefix(20))' is not a version"))
    }
    guard major == Format.major else { throw RecordingError(.newerVersion("\(major).\(minor)")) }
    return Header.Version(major: major, minor: minor)
  }

  private static func framing(in value: JSONValue) throws(RecordingError) -> Framing {
    let name = value["framing"]?.string ?? ""
    guard let framing = Framing(rawValue: name) else {
      throw RecordingError(.invalid("the header's framing '\(name.prefix(20))' is unknown"))
    }
    return framing
  }

  private static func window(in value: JSONValue) throws(RecordingError) -> Int {
    let window = value["window"]?.integer ?? 0
    guard (0...Format.maximumWindow).contains(window) else {
      throw RecordingError(.overLimit("the header's window is beyond \(Format.maximumWindow >> 20) MiB"))
    }
    return window
  }

  private static func capture(in value: JSONValue?) -> CapturePolicy {
    var policy = CapturePolicy(mode: value?["mode"]?.string.flatMap(CapturePolicy.Mode.init) ?? .none)
    if let limit = value?["maxFileBytes"]?.integer { policy.maximumFileBytes = limit }
    if let limit = value?["maxTotalBytes"]?.integer { policy.maximumTotalBytes = limit }
    if let limit = value?["maxFiles"]?.integer { policy.maximumFiles = limit }
    return policy
  }
}
