package import JSONRPC

/// One of the two sides of a session.
package enum Party: String, Sendable, CaseIterable {
  case client
  case server

  package var other: Party { self == .client ? .server : .client }
}

/// One thing that happened in a session.
package struct Record: Equatable, Sendable {
  /// The record's number: 0, 1, 2, … without holes.
  package var number: Int
  /// Microseconds since the recording started.
  package var time: Int64
  package var event: Event

  package init(number: Int, time: Int64, event: Event) {
    self.number = number
    self.time = time
    self.event = event
  }

  package enum Event: Equatable, Sendable {
    case message(from: Party, FramedMessage)
    /// Bytes outside any message.
    case noise(from: Party, [UInt8])
    case standardError([UInt8])
    /// End of input from one side.
    case close(from: Party)
    /// A signal that was sent to the recorder and passed on to the server: a name such as `SIGTERM`.
    case signal(String)
    case peers(Peers)
    case file(CapturedFile)
    case gap(Gap)
    case end(End)
    /// A type of record that a newer minor version added.
    case unknown(type: String)
  }
}

/// What both sides said of themselves while initializing.
package struct Peers: Equatable, Sendable {
  package struct Peer: Equatable, Sendable {
    package var name: String?
    package var version: String?

    package init(name: String? = nil, version: String? = nil) {
      self.name = name
      self.version = version
    }
  }

  package var client: Peer
  package var server: Peer
  /// The unit of a position's `character`: `utf-8`, `utf-16` or `utf-32`.
  package var positionEncoding: String
  /// URIs of the workspace's folders.
  package var roots: [String]

  package init(client: Peer, server: Peer, positionEncoding: String, roots: [String]) {
    self.client = client
    self.server = server
    self.positionEncoding = positionEncoding
    self.roots = roots
  }
}

/// A file of the workspace, or why it is not here.
package struct CapturedFile: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// The file's bytes and their SHA-256 in lower-case hexadecimal.
    case captured([UInt8], sha256: String)
    /// Why the file was left out, for a person to read.
    case omitted(String)
  }

  /// Relative to the workspace's first root, with `/` between its parts.
  package var path: String
  package var isExecutable: Bool
  package var content: Content
  /// The file as it was after this change, of those that the client's `workspace/didChangeWatchedFiles` name, counted from
  /// 0; nil for a file as the session found it.
  package var change: Int?

  package init(path: String, isExecutable: Bool = false, content: Content, change: Int? = nil) {
    self.path = path
    self.isExecutable = isExecutable
    self.content = content
    self.change = change
  }
}

/// A number for each side.
package struct PerParty: Equatable, Sendable {
  package var client: Int
  package var server: Int

  package init(client: Int = 0, server: Int = 0) {
    self.client = client
    self.server = server
  }

  package subscript(party: Party) -> Int {
    get { party == .client ? client : server }
    set { if party == .client { client = newValue } else { server = newValue } }
  }
}

/// What could not be recorded, and why.
package struct Gap: Equatable, Sendable {
  package var messages: PerParty
  package var bytes: Int
  package var reason: String

  package init(messages: PerParty, bytes: Int, reason: String) {
    self.messages = messages
    self.bytes = bytes
    self.reason = reason
  }
}

/// How the server ended.
package struct End: Equatable, Sendable {
  package enum Status: Equatable, Sendable {
    case exit(Int)
    /// The number of the signal that ended the server.
    case signal(Int)
  }

  package var status: Status
  /// How many messages each side sent, those in gaps included.
  package var messages: PerParty

  package init(status: Status, messages: PerParty) {
    self.status = status
    self.messages = messages
  }
}
