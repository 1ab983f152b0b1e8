package import JSONRPC

/// The name and version of query-engine-v2, and what a peer must be to be talked to.
package enum QueryEngineProtocol {
  package static let name = "query-engine-v2"
  package static let major = 2
  package static let minor = 0
  package static let version = "2.0.0"

  /// A peer that speaks something else.
  package struct Mismatch: Error, Equatable, CustomStringConvertible {
    package var description: String
  }

  /// Holds what a server has answered to `get_protocol_info` against what we speak. A higher minor version and unknown members are fine.
  package static func check(server info: JSONValue) throws(Mismatch) {
    guard let name = info["protocol"], let major = info["major"] else {
      throw Mismatch(description: "the peer does not say which protocol and major version it speaks")
    }
    try check(name: name, major: major, version: nil)
  }

  /// The same for a client that says in the parameters of `get_protocol_info` what it speaks; it need not.
  static func check(client params: JSONValue?) throws(Mismatch) {
    try check(name: params?["protocol"], major: params?["major"], version: params?["version"])
  }

  private static func check(name: JSONValue?, major: JSONValue?, version: JSONValue?) throws(Mismatch) {
    if let name, !name.isNull, name.string != Self.name {
      throw Mismatch(description: "the peer speaks \(text(name)), not \(Self.name)")
    }
    if let major, !major.isNull, major.wholeNumber != Self.major {
      throw Mismatch(description: "the peer speaks major version \(text(major)), not \(Self.major)")
    }
    if let version, !version.isNull {
      let number = version.string?.prefix { $0 != "." }
      guard number.flatMap({ Int($0) }) == Self.major else {
        throw Mismatch(description: "the peer speaks version \(text(version)), not \(Self.version)")
      }
    }
  }

  private static func text(_ value: JSONValue) -> String {
    (value.string ?? String(decoding: value.serialized(), as: UTF8.self)).shortened
  }

  static func write(buildID: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("protocol", name)
      json.member("version", version)
      json.member("major", major)
      json.member("minor", minor)
      json.member("build_id", buildID)
      json.member("capabilities") { json in
        json.object { json in
          json.member("snapshot", true)
          json.member("cancellation", true)
          json.member("analyze", true)
        }
      }
      json.member("features") { $0.array(QueryFeature.allCases.map(\.rawValue)) }
    }
  }
}
