/// Writes a finished recording anew without the byte boundaries that a live one needs.
///
/// A recorder flushes several times a second, so that a kill loses little; each flush costs some bytes. Nobody needs
/// them once the session is over.
package enum Compaction {
  /// The same recording in fewer bytes.
  /// - Throws: ``RecordingError`` when the file at `path` is not a recording.
  package static func compacted(path: String) throws(RecordingError) -> [UInt8] {
    var lines = LineReader(source: try FileSource(path: path))
    var members = MemberWriter(level: 9)
    while case .line(let line) = try lines.next() {
      let parsed: ParsedLine
      do { parsed = try LineParser.parse(line) } catch {
        throw RecordingError(.invalid("\(error) of a line"), path: path, offset: lines.offset)
      }
      switch parsed.type {
      case "index": continue
      case "header": members.writeKeyframe(line, number: 0, time: 0)
      case "keyframe": members.writeKeyframe(line, number: parsed.number ?? 0, time: parsed.time ?? 0)
      default: members.write(line)
      }
    }
    return members.finish()
  }
}
