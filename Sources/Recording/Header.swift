package import JSONRPC

/// The first line of a recording: what was run, where, and how to read the rest.
package struct Header: Equatable, Sendable {
  /// The version of the format that the file was written in.
  package var version = Version(major: Format.major, minor: Format.minor)
  /// Wall-clock time at the recording's time 0: RFC 3339 in UTC, for people.
  package var started: String
  /// Name and version of the program that wrote the file.
  package var recorder: String
  package var command: [String]
  /// The server's working directory.
  package var directory: String
  package var platform: Platform
  package var framing: Framing
  package var window = Format.window
  package var capture: CapturePolicy
  /// The options of the run that made or reproduces this recording, when it is not a recorded session.
  package var run: JSONValue?

  package init(
    started: String, recorder: String, command: [String], directory: String, platform: Platform = .current,
    framing: Framing = .contentLength, capture: CapturePolicy = CapturePolicy(mode: .none), run: JSONValue? = nil
  ) {
    self.started = started
    self.recorder = recorder
    self.command = command
    self.directory = directory
    self.platform = platform
    self.framing = framing
    self.capture = capture
    self.run = run
  }

  package struct Version: Equatable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var description: String { "\(major).\(minor)" }
  }

  /// Operating system and architecture.
  package struct Platform: Equatable, Sendable {
    package var os: String
    package var arch: String

    package init(os: String, arch: String) {
      self.os = os
      self.arch = arch
    }
  }
}

extension Header.Platform {
  package static var current: Self {
    #if os(Linux)
    let os = "linux"
    #elseif os(macOS)
    let os = "macos"
    #else
    let os = "unknown"
    #endif
    #if arch(x86_64)
    let arch = "x86_64"
    #elseif arch(arm64)
    let arch = "aarch64"
    #else
    let arch = "unknown"
    #endif
    return Self(os: os, arch: arch)
  }
}

/// Which files of the workspace a recording carries, and how much of them at most.
package struct CapturePolicy: Equatable, Sendable {
  package enum Mode: String, Sendable, CaseIterable {
    case none
    /// Files that the client opens, as they are on disk at that moment.
    case opened
    /// All files of the workspace that are not ignored, as they are when the session starts.
    case workspace
  }

  package var mode: Mode
  package var maximumFileBytes: Int
  package var maximumTotalBytes: Int
  package var maximumFiles: Int

  package init(
    mode: Mode, maximumFileBytes: Int = 1 << 20, maximumTotalBytes: Int = 64 << 20, maximumFiles: Int = 10_000
  ) {
    self.mode = mode
    self.maximumFileBytes = maximumFileBytes
    self.maximumTotalBytes = maximumTotalBytes
    self.maximumFiles = maximumFiles
  }
}
