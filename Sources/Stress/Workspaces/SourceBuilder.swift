/// Puts a file together from templates and notes where names stand.
///
/// In a template, `«name»` is a name where it is declared, `‹name›` one where it is used, and `‹›` a line before which a statement can
/// stand. Calls and members are told by what stands around a use. `\n` is the file's line end.
struct SourceBuilder {
  private(set) var text: [UInt8] = []
  private(set) var places: [SamplePlace] = []
  private let endsLinesWithCarriageReturn: Bool

  init(carriageReturns: Bool = false) {
    endsLinesWithCarriageReturn = carriageReturns
    text.reserveCapacity(2048)
  }

  mutating func add(_ template: String) {
    var template = template
    template.withUTF8 { add($0) }
  }

  private mutating func add(_ template: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < template.count {
      let byte = template[index]
      if byte == 0xC2, index + 1 < template.count, template[index + 1] == 0xAB {
        index = name(.definition, from: index + 2, closedBy: [0xC2, 0xBB], template)
      } else if byte == 0xE2, index + 2 < template.count, template[index + 1] == 0x80, template[index + 2] == 0xB9 {
        index = name(.use, from: index + 3, closedBy: [0xE2, 0x80, 0xBA], template)
      } else {
        if byte == 0x0A, endsLinesWithCarriageReturn { text.append(0x0D) }
        text.append(byte)
        index += 1
      }
    }
  }

  /// Returns where the template goes on behind the name's closing mark.
  private mutating func name(
    _ kind: SamplePlace.Kind, from start: Int, closedBy mark: [UInt8], _ template: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    while end < template.count, !template[end...].starts(with: mark) { end += 1 }
    let next = min(end + mark.count, template.count)
    let name = String(decoding: template[start..<end], as: UTF8.self)
    guard !name.isEmpty else {
      places.append(SamplePlace(.statement, "", at: text.count))
      return next
    }
    if kind == .use, isBehindArrowOrDot { places.append(SamplePlace(.member, name, at: text.count)) }
    places.append(SamplePlace(kind, name, at: text.count))
    text.append(contentsOf: template[start..<end])
    if kind == .use, next < template.count, template[next] == UInt8(ascii: "(") {
      places.append(SamplePlace(.call, name, at: text.count + 1))
    }
    return next
  }

  private var isBehindArrowOrDot: Bool {
    text.last == UInt8(ascii: ".") || text.suffix(2).elementsEqual("->".utf8)
  }

  func file(_ path: String, _ languageID: String) -> SampleFile {
    SampleFile(path: path, languageID: languageID, text: text, places: places)
  }
}

extension SampleWorkspace {
  /// Finds out where the names in use are declared: in their own file before them, in another one, in their own behind them.
  mutating func resolvePlaces() {
    var everywhere: [String: SamplePlace.Definition] = [:]
    for file in files {
      for place in file.places where place.kind == .definition && everywhere[place.name] == nil {
        everywhere[place.name] = SamplePlace.Definition(path: file.path, offset: place.offset)
      }
    }
    for index in files.indices {
      var here: [String: Int] = [:]
      for number in files[index].places.indices {
        let place = files[index].places[number]
        if place.kind == .definition { here[place.name] = place.offset }
        let own = here[place.name].map { SamplePlace.Definition(path: files[index].path, offset: $0) }
        files[index].places[number].definition = own ?? everywhere[place.name]
      }
    }
  }
}
