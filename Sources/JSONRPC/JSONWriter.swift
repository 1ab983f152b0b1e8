/// Writes JSON text in one pass, without values in between: commas and nesting are its business, what stands where the caller's.
@usableFromInline
package struct JSONWriter {
  private var text = JSONText()
  private var needsComma = false

  package init() {}

  package var bytes: [UInt8] { text.bytes }

  /// What `body` writes, as JSON text.
  package static func text(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    body(&writer)
    return writer.bytes
  }

  // MARK: Containers

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    begin("{")
    members(&self)
    end("}")
  }

  // Inlinable, so that whoever writes a list has it for its elements.
  @inlinable
  package mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void)
  {
    begin("[")
    for element in elements { write(&self, element) }
    end("]")
  }

  package mutating func array(_ strings: [String]) { array(strings) { $0.string($1) } }

  /// The name of the member whose value comes next. It must need no escapes.
  package mutating func key(_ name: StaticString) {
    separate()
    text.append(raw: "\"")
    text.append(raw: name)
    text.append(raw: "\":")
    needsComma = false
  }

  /// A name that may be anything.
  package mutating func key(named name: String) {
    separate()
    text.appendString(name)
    text.append(raw: ":")
    needsComma = false
  }

  // MARK: Values

  package mutating func string(_ value: String) { scalar { $0.appendString(value) } }
  package mutating func integer(_ value: some BinaryInteger) { scalar { $0.append(value) } }
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }
  package mutating func value(_ value: JSONValue) { scalar { $0.append(value) } }
  package mutating func raw(_ value: StaticString) { scalar { $0.append(raw: value) } }

  /// A value that is JSON text already.
  package mutating func raw(_ bytes: some Sequence<UInt8>) { scalar { $0.append(raw: bytes) } }

  // MARK: Members

  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  package mutating func member(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
    key(name)
    write(&self)
  }

  // MARK: Parts

  @usableFromInline
  mutating func begin(_ bracket: StaticString) {
    separate()
    text.append(raw: bracket)
    needsComma = false
  }

  @usableFromInline
  mutating func end(_ bracket: StaticString) {
    text.append(raw: bracket)
    needsComma = true
  }

  private mutating func scalar(_ write: (inout JSONText) -> Void) {
    separate()
    write(&text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text.append(raw: ",") }
  }
}
