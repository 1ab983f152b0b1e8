import QueryEngine

extension MutationFailure {
  /// As an error of the parameters that asked for it.
  var invalidParams: InvalidParams {
    switch self {
    case .notOpen(let file): InvalidParams("\(file) is not open", reason: "NOT_OPEN")
    case .alreadyOpen(let file): InvalidParams("\(file) is open already", reason: "ALREADY_OPEN")
    case .staleVersion(let file, let have, let got):
      InvalidParams("\(file) has version \(have); \(got) is not after it", reason: "STALE_VERSION")
    case .reversedRange(let file, let range):
      InvalidParams(
        "\(file): the range from \(range.start.text) to \(range.end.text) ends before it begins",
        reason: "REVERSED_RANGE")
    case .tooLarge(let file, let bytes, let limit):
      InvalidParams("\(file) would have \(bytes) bytes; the limit is \(limit)", reason: "TOO_LARGE")
    case .disposed: InvalidParams("the engine has ended", reason: "DISPOSED")
    }
  }
}
