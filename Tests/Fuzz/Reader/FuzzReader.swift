import CZlib
import FuzzDriver
import Glibc
import JSONRPC
import Recording

@main
enum FuzzReader {
  static func main() {
    exit(runFuzzer { fuzzReader($0, $1) })
  }
}

/// Any file is read without a trap; what was read, written anew, is read as the same.
///
/// With an even first byte the rest is the file as it is. With an odd one it is the text of a gzip member whose checksum
/// is right, so that the fuzzer gets behind it.
private func fuzzReader(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  guard let first = input.first else { return 0 }
  let rest = Array(input[1...])
  guard let (header, records) = read(first & 1 == 0 ? rest : member(rest)) else { return 0 }
  let isWritable = records.allSatisfy { record in if case .unknown = record.event { false } else { true } }
  guard isWritable else { return 0 }
  var encoder = RecordingEncoder(header: header)
  for record in records { encoder.append(record.event, at: record.time) }
  let again = read(encoder.finish())
  precondition(again?.records.map(\.event) == records.map(\.event), "records do not come back")
  return 0
}

/// The header and the records before the first error; nil when there is no header.
private func read(_ file: [UInt8]) -> (header: Header, records: [Record])? {
  guard var reader = try? RecordingReader(bytes: file) else { return nil }
  var records: [Record] = []
  while let record = try? reader.next() { records.append(record) }
  return (reader.header, records)
}

/// A gzip member that stores `text` without compression (RFC 1951, 3.2.4).
private func member(_ text: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let block = text[start..<min(start + 0xFFFF, text.count)]
    start = block.endIndex
    let count = UInt16(block.count)
    bytes.append(start == text.count ? 1 : 0)
    bytes += littleEndian(count) + littleEndian(~count) + block
  } while start < text.count
  let checksum = text.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
  return bytes + littleEndian(UInt32(truncatingIfNeeded: checksum))
    + littleEndian(UInt32(truncatingIfNeeded: text.count))
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
