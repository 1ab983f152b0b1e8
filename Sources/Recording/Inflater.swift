private import CZlib

/// Decompresses gzip members one after the other, from a source, in pieces.
///
/// `@unchecked Sendable`: owned by exactly one reader, which cannot be copied.
final class Inflater: @unchecked Sendable {
  enum Progress: Equatable {
    case text([UInt8])
    /// A member ended, and its checksum is right.
    case memberEnd
    /// The end of the file; `atBoundary`: where a recorder may have been stopped.
    case end(atBoundary: Bool)
  }

  private enum State {
    case betweenMembers
    case inMember
    case beforeTrailer
  }

  private let source: any ByteSource
  private let stream: UnsafeMutablePointer<z_stream>
  private var state = State.betweenMembers
  private var checksum: UInt32 = 0
  private var length = 0
  private var input: [UInt8] = []
  private var used = 0
  private var inputEnd: Int
  /// How many compressed bytes have been read in all.
  private(set) var consumedCount = 0
  /// Whether the last member was a locator: nothing may follow it.
  private var isPastLocator = false

  private static let piece = 1 << 16

  init(source: any ByteSource, offset: Int = 0) {
    self.source = source
    inputEnd = offset
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = reprise_inflate_init_raw(stream)
    precondition(status == Z_OK, "zlib: inflateInit2 failed with \(status)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The file offset of the next byte.
  var offset: Int { inputEnd - (input.count - used) }

  /// Goes on from the member that starts at `offset`.
  func seek(to offset: Int) {
    inflateReset(stream)
    state = .betweenMembers
    isPastLocator = false
    (input, used, inputEnd) = ([], 0, offset)
  }

  func next() throws(RecordingError) -> Progress {
    switch state {
    case .betweenMembers:
      guard try fill(1) else { return .end(atBoundary: true) }
      try beginMember()
      return try inflatePiece()
    case .inMember: return try inflatePiece()
    case .beforeTrailer: return try endMember()
    }
  }

  // MARK: Member

  private func beginMember() throws(RecordingError) {
    guard !isPastLocator else { throw failure(.damaged("more bytes after the end of the recording")) }
    let isFirst = consumedCount == 0
    guard try take(min(3, available(3))) == Gzip.magic else {
      throw failure(isFirst ? .notARecording("it does not start as gzip does") : .damaged("not gzip from here on"))
    }
    let header = Gzip.magic + (try take(7))
    var extra: [UInt8] = []
    if header[3] & Gzip.flagExtra != 0 {
      let count = try take(2)
      extra = try take(Int(count[0]) | Int(count[1]) << 8)
    }
    // A file name, a comment, a header checksum: other programs may have written them.
    if header[3] & 8 != 0 { try skipString() }
    if header[3] & 16 != 0 { try skipString() }
    if header[3] & 2 != 0 { _ = try take(2) }
    isPastLocator = extra.starts(with: Array("RI".utf8))
    inflateReset(stream)
    (checksum, length, state) = (0, 0, .inMember)
  }

  private func inflatePiece() throws(RecordingError) -> Progress {
    while true {
      guard try fill(1) else { return .end(atBoundary: isAtBoundary) }
      let (text, status) = inflateSome()
      if status == Z_STREAM_END { state = .beforeTrailer }
      // What came out before a fault counts; zlib reports the fault again at the next call.
      if !text.isEmpty { return .text(text) }
      guard status != Z_STREAM_END else { return try endMember() }
      guard status == Z_OK || status == Z_BUF_ERROR else {
        throw failure(.damaged("the compressed data make no sense"))
      }
    }
  }

  /// Between two blocks and at a whole byte, as `Z_SYNC_FLUSH` leaves it (zlib's manual, `inflate`, `data_type`).
  private var isAtBoundary: Bool {
    length > 0 && stream.pointee.data_type & 128 != 0 && stream.pointee.data_type & 7 == 0
  }

  private func inflateSome() -> (text: [UInt8], status: Int32) {
    var status = Z_OK
    let text = [UInt8](unsafeUninitializedCapacity: Self.piece) { room, filled in
      input.withUnsafeBufferPointer { bytes in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.unsafelyUnwrapped + used)
        stream.pointee.avail_in = UInt32(bytes.count - used)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        status = inflate(stream, Z_NO_FLUSH)
      }
      let left = Int(stream.pointee.avail_in)
      consumedCount += input.count - used - left
      used = input.count - left
      filled = room.count - Int(stream.pointee.avail_out)
    }
    text.withUnsafeBufferPointer {
      checksum = UInt32(truncatingIfNeeded: crc32_z(UInt(checksum), $0.baseAddress, $0.count))
    }
    length += text.count
    return (text, status)
  }

  private func endMember() throws(RecordingError) -> Progress {
    let trailer = try take(8)
    guard trailer == Gzip.trailer(checksum: checksum, length: length) else {
      throw failure(.damaged("a checksum is wrong; the records just before cannot be trusted"))
    }
    state = .betweenMembers
    return .memberEnd
  }

  // MARK: Input

  /// Makes at least `count` bytes available; false at the end of the file.
  private func fill(_ count: Int) throws(RecordingError) -> Bool {
    guard input.count - used < count else { return true }
    let rest = Array(input[used...])
    let more = try source.read(at: inputEnd, count: Self.piece)
    input = rest + more
    used = 0
    inputEnd += more.count
    return input.count >= count
  }

  /// How many of the next `count` bytes there are.
  private func available(_ count: Int) throws(RecordingError) -> Int {
    _ = try fill(count)
    return min(count, input.count - used)
  }

  private func take(_ count: Int) throws(RecordingError) -> [UInt8] {
    guard try fill(count) else { throw failure(.truncated) }
    defer {
      used += count
      consumedCount += count
    }
    return Array(input[used..<used + count])
  }

  private func skipString() throws(RecordingError) {
    while try take(1) != [0] {}
  }

  private func failure(_ reason: RecordingError.Reason) -> RecordingError { RecordingError(reason, offset: offset) }
}
