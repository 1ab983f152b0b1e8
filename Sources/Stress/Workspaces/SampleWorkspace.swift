package import JSONRPC
package import Simulation

/// A small project that a session is about: files, where they lie, and where in them something of interest stands.
///
/// All code is made by generators of this target, from seeds; it is mostly correct code.
package struct SampleWorkspace: Sendable {
  package enum Language: String, Sendable, CaseIterable {
    case pike, c, python, swift
  }

  package var language: Language
  /// An absolute path, the same in every session; replay puts the files somewhere else and translates.
  package var root: String
  /// In the order in which they were made: a project's main file is the last source file.
  package var files: [SampleFile]
  /// Folders below the root that are no workspace folders at first, and may become some.
  package var extraFolders: [String] = []
  /// What the client tells the server in `initializationOptions`, or as its configuration; nil for nothing.
  package var settings: JSONValue?

  package init(language: Language, root: String = Self.standardRoot, files: [SampleFile]) {
    self.language = language
    self.root = root
    self.files = files
  }

  package static let standardRoot = "/w/project"

  /// Those that an editor would open to work on.
  package var sources: [SampleFile] { files.filter(\.isSource) }

  package func file(_ path: String) -> SampleFile? { files.first { $0.path == path } }

  /// Makes a project of two to four files; `scale` multiplies how much is in each.
  package static func make(_ language: Language, _ choices: inout Choices, scale: Int = 1) -> SampleWorkspace {
    switch language {
    case .pike: PikeProject.make(&choices, scale: scale)
    case .c: CProject.make(&choices, scale: scale)
    case .python: PythonProject.make(&choices, scale: scale)
    case .swift: SwiftProject.make(&choices, scale: scale)
    }
  }
}

/// One file of a project.
package struct SampleFile: Sendable, Equatable {
  /// Relative to the project's root, with `/` between its parts.
  package var path: String
  /// The language as LSP names it.
  package var languageID: String
  package var text: [UInt8]
  package var places: [SamplePlace]
  /// Whether people work on it; settings and the like are none.
  package var isSource: Bool

  package init(path: String, languageID: String, text: [UInt8], places: [SamplePlace] = [], isSource: Bool = true) {
    self.path = path
    self.languageID = languageID
    self.text = text
    self.places = places
    self.isSource = isSource
  }
}

/// Where something of interest stands in a file.
package struct SamplePlace: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A name where it is declared.
    case definition
    /// A name where it is used.
    case use
    /// Behind the opening parenthesis of a call.
    case call
    /// Behind the arrow or the dot that leads to a member.
    case member
    /// A line within a function, before which a statement can stand.
    case statement
  }

  package var kind: Kind
  /// The name that stands here; of a call, what is called; of a member, the member; empty for a statement.
  package var name: String
  /// In bytes.
  package var offset: Int
  /// Where the name is declared, as the files were made; nil where nobody knows.
  package var definition: Definition?

  package struct Definition: Sendable, Equatable {
    package var path: String
    package var offset: Int
  }

  package init(_ kind: Kind, _ name: String, at offset: Int) {
    self.kind = kind
    self.name = name
    self.offset = offset
  }

  /// The bytes of the name that begins here; none for the places that are behind something.
  package var range: Range<Int> {
    switch kind {
    case .definition, .use: offset..<(offset + name.utf8.count)
    case .call, .member, .statement: offset..<offset
    }
  }
}
