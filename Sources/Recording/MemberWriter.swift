/// Writes lines into gzip members, knows where the keyframes are, and ends the file.
struct MemberWriter: ~Copyable {
  private let deflater: Deflater
  private(set) var keyframes: [Keyframe] = []
  /// How many bytes have been handed out.
  private(set) var size = 0
  /// The compression level from the next member on.
  var level: Int32

  init(level: Int32) {
    self.level = level
    deflater = Deflater(level: level)
  }

  /// How many bytes have been compressed since the last keyframe, as far as the compressor has let go of them.
  var sizeSinceKeyframe: Int { size + deflater.output.count - (keyframes.last?.offset ?? 0) }
  /// The checksum and length of the text of the member that is open.
  var openMember: (checksum: UInt32, length: Int)? {
    deflater.isOpen ? (deflater.checksum, deflater.length) : nil
  }

  /// Starts a new member with a keyframe's line (or the header's).
  mutating func writeKeyframe(_ line: [UInt8], number: Int, time: Int64) {
    beginMember()
    let offset = size + deflater.output.count - Gzip.header().count
    keyframes.append(Keyframe(offset: offset, number: number, time: time))
    append(line)
  }

  /// Writes a line, in a new member when the present one has grown enough or the level has changed.
  mutating func write(_ line: [UInt8]) {
    if deflater.length >= Format.memberText || deflater.level != level { beginMember() }
    append(line)
  }

  /// All bytes since the last call, up to a byte boundary.
  mutating func flush() -> [UInt8] {
    deflater.synchronize()
    return takeOutput()
  }

  /// The bytes that end the file: the rest, the index, the locator.
  mutating func finish() -> [UInt8] {
    beginMember()
    let indexOffset = size + deflater.output.count - Gzip.header().count
    append(LineWriter.index(keyframes))
    deflater.end()
    let locator = Locator.bytes(indexOffset: indexOffset)
    defer { size += locator.count }
    return takeOutput() + locator
  }

  /// Goes on behind a byte boundary at `size` of which the file's rest was cut off: returns what closes the member
  /// that was open there.
  mutating func resume(
    size: Int, keyframes: [Keyframe], member: (checksum: UInt32, length: Int)?
  ) -> [UInt8] {
    deflater.abandon()
    let closing = member.map { Deflater.closing(checksum: $0.checksum, length: $0.length) } ?? []
    self.size = size + closing.count
    self.keyframes = keyframes
    return closing
  }

  private mutating func beginMember() {
    if deflater.isOpen { deflater.end() }
    deflater.begin(level: level)
  }

  private mutating func append(_ line: [UInt8]) {
    deflater.write(line)
    deflater.write([UInt8(ascii: "\n")])
  }

  private mutating func takeOutput() -> [UInt8] {
    let bytes = deflater.takeOutput()
    size += bytes.count
    return bytes
  }
}
