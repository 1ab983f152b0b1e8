private import CZlib

/// Compresses one gzip member after the other.
///
/// The stream is raw deflate, with header and trailer written here: that way a member that was torn by a failed write
/// can be closed from its checksum alone (see ``closing(checksum:length:)``).
///
/// `@unchecked Sendable`: owned by exactly one encoder, which cannot be copied.
final class Deflater: @unchecked Sendable {
  /// zlib keeps a pointer to its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var level: Int32
  /// CRC-32 and length of the member's text so far (RFC 1952, 2.3.1).
  private(set) var checksum: UInt32 = 0
  private(set) var length = 0
  private(set) var isOpen = false
  private(set) var output: [UInt8] = []

  init(level: Int32) {
    self.level = level
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = reprise_deflate_init_raw(stream, level)
    precondition(status == Z_OK, "zlib: deflateInit2 failed with \(status)")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func begin(level: Int32, extra: [UInt8] = []) {
    precondition(!isOpen, "a member is open")
    deflateReset(stream)
    if level != self.level {
      deflateParams(stream, level, Z_DEFAULT_STRATEGY)
      self.level = level
    }
    (checksum, length, isOpen) = (0, 0, true)
    output += Gzip.header(extra: extra)
  }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      checksum = UInt32(truncatingIfNeeded: crc32_z(UInt(checksum), buffer.baseAddress, buffer.count))
      length += buffer.count
      run(buffer, flush: Z_NO_FLUSH)
    }
  }

  /// Brings all that was written to a byte boundary.
  func synchronize() {
    guard isOpen else { return }
    run(UnsafeBufferPointer(start: nil, count: 0), flush: Z_SYNC_FLUSH)
  }

  func end() {
    precondition(isOpen, "no member is open")
    run(UnsafeBufferPointer(start: nil, count: 0), flush: Z_FINISH)
    output += Gzip.trailer(checksum: checksum, length: length)
    isOpen = false
  }

  /// Gives up the open member and all output that was not taken.
  func abandon() {
    output = []
    isOpen = false
  }

  func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  /// What ends a member that was left at a byte boundary: an empty final block and the trailer.
  static func closing(checksum: UInt32, length: Int) -> [UInt8] {
    Gzip.emptyFinalBlock + Gzip.trailer(checksum: checksum, length: length)
  }

  private func run(_ input: UnsafeBufferPointer<UInt8>, flush: Int32) {
    // zlib counts in 32 bits; contents are far smaller (Format.maximumLine).
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 15) { room in
      repeat {
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        let status = deflate(stream, flush)
        precondition(status != Z_STREAM_ERROR, "zlib: the deflate stream is inconsistent")
        output += UnsafeBufferPointer(rebasing: room[..<(room.count - Int(stream.pointee.avail_out))])
      } while stream.pointee.avail_out == 0
    }
  }
}

/// The parts of a gzip member (RFC 1952).
enum Gzip {
  static let magic: [UInt8] = [0x1F, 0x8B, 0x08]
  static let emptyFinalBlock: [UInt8] = [0x03, 0x00]
  static let flagExtra: UInt8 = 4

  static func header(extra: [UInt8] = []) -> [UInt8] {
    // No time and "unknown" as operating system: the same session gives the same bytes anywhere.
    var header = magic + [extra.isEmpty ? 0 : flagExtra, 0, 0, 0, 0, 0, 255]
    if !extra.isEmpty { header += littleEndian(UInt16(extra.count)) + extra }
    return header
  }

  static func trailer(checksum: UInt32, length: Int) -> [UInt8] {
    littleEndian(checksum) + littleEndian(UInt32(truncatingIfNeeded: length))
  }

  static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// The last member of a finished file: no text, and where the index is.
enum Locator {
  static let size = 34
  private static let subfield: [UInt8] = [UInt8(ascii: "R"), UInt8(ascii: "I"), 8, 0]

  static func bytes(indexOffset: Int) -> [UInt8] {
    Gzip.header(extra: subfield + Gzip.littleEndian(UInt64(indexOffset))) + Gzip.emptyFinalBlock
      + Gzip.trailer(checksum: 0, length: 0)
  }

  /// The offset of the index's member, when `bytes` are a locator.
  static func indexOffset(in bytes: [UInt8]) -> Int? {
    guard bytes.count == size else { return nil }
    let offset = bytes[16..<24].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard offset < UInt64(Int.max), bytes == Self.bytes(indexOffset: Int(offset)) else { return nil }
    return Int(offset)
  }
}
