import JSONRPC
import QueryEngine

extension EngineSettings {
  /// Settings as clients write them. What is not said is as in `base`; what is unknown is passed over.
  init(_ params: Params, base: EngineSettings) throws(InvalidParams) {
    self = base
    if params.has("libraryPath") { libraryPath = try params.optionalString("libraryPath") ?? base.libraryPath }
    if let paths = try params.optionalStrings("modulePaths") { modulePaths = paths }
    if let paths = try params.optionalStrings("includePaths") { includePaths = paths }
    if let names = try params.optionalStrings("defines") { defines = names }
    if let milliseconds = try params.optionalInteger("diagnosticsDelayMs", in: 0...60_000) {
      diagnosticsDelay = .milliseconds(milliseconds)
    }
    if let codes = try params.optionalStrings("disabledDiagnostics") { disabledDiagnostics = codes }
  }
}
