/// Every version number, name and limit of the format, in one place.
package enum Format {
  package static let name = "reprise"
  package static let major = 1
  package static let minor = 1
  package static let fileExtension = "trace.gz"

  /// How far back a record may refer, in bytes of contents.
  package static let window = 4 << 20
  package static let maximumWindow = 32 << 20
  /// How far back a record may refer, in records that have content.
  package static let maximumReach = 65536

  package static let maximumContent = 64 << 20
  package static let maximumLine = 96 << 20
  package static let maximumDepth = 128
  /// A body nested deeper than this is stored as text: common JSON tools refuse deep lines.
  package static let maximumBodyDepth = 64
  package static let maximumPath = 4096
  package static let maximumPathParts = 64

  /// A member is ended after this many bytes of text, so that damage is noticed early.
  static let memberText = 4 << 20
  /// The window starts anew after this many bytes of contents, or of compressed bytes.
  static let keyframeContents = 256 << 20
  static let keyframeCompressed = 4 << 20
  /// Contents shorter than this are always written out: a reference would not be shorter.
  static let shortestReference = 64

  /// A file may expand to this much, or to `expansionRatio` times its own size, whichever is more.
  package static let expansionAllowance = 4 << 30
  package static let expansionRatio = 20_000
}
