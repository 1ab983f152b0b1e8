import JSONRPC
import PikeAnalysis
import PikeSyntax
import QueryEngine

extension LanguageServer {
  // MARK: initialize

  func initialize(_ id: RequestID, _ value: JSONValue?) {
    do throws(InvalidParams) {
      let params = try Params(value)
      client = ClientCapabilities(params["capabilities"])
      clientProcess = params["processId"]?.wholeNumber.flatMap { Int32(exactly: $0) }
      roots = Self.roots(params)
      // Some clients write an empty table as an array.
      if params["initializationOptions"]?.object != nil, let own = try params.optionalObject("initializationOptions") {
        settings = Self.section(own)
      }
      try applySettings()
      if !roots.isEmpty { _ = try mutations.update(WorkspaceUpdate(addedRoots: roots)) }
    } catch {
      return fail(id, .invalidParams, error.message)
    }
    phase = .running
    let capabilities = ServerCapabilities(
      encoding: client.encoding, pullsDiagnostics: client.pullsDiagnostics, version: options.version)
    outbox.send(messages.result(id, capabilities.write))
    if !client.pullsDiagnostics { publish() }
  }

  /// The folders, or what clients said before there were any.
  private static func roots(_ params: Params) -> [String] {
    if let folders = params["workspaceFolders"]?.array, !folders.isEmpty { return folders.compactMap(path) }
    let root = params["rootUri"]?.string ?? params["rootPath"]?.string
    return root.flatMap { DocumentURI.path($0) }.map { [$0] } ?? []
  }

  private static func path(_ folder: JSONValue) -> String? { folder["uri"]?.string.flatMap { DocumentURI.path($0) } }

  private func publish() {
    let (outbox, messages, shapes) = (outbox, messages, shapes)
    engine.setPublisher(encoding: client.encoding) { publication in
      let notification = messages.notification("textDocument/publishDiagnostics") { json in
        json.object { json in
          json.member("uri", shapes.uri(publication.file))
          if let version = publication.version { json.member("version", version) }
          json.member("diagnostics") { json in json.array(publication.diagnostics) { shapes.write($1, to: &$0) } }
        }
      }
      outbox.send(notification)
    }
  }

  // MARK: initialized

  func initialized() {
    if client.refreshesDiagnostics, client.pullsDiagnostics { refresher.enable() }
    register()
    if client.answersConfiguration { fetchConfiguration() }
    if options.indexesLibrary { indexLibrary() }
  }

  private func register() {
    var registrations: [(id: String, method: String, options: StaticString)] = []
    if client.registersWatchedFiles {
      registrations.append(
        ("watched-files", "workspace/didChangeWatchedFiles", #"{"watchers":[{"globPattern":"**/*.{pike,pmod,h}"}]}"#))
    }
    if client.registersConfiguration {
      registrations.append(("configuration", "workspace/didChangeConfiguration", #"{"section":"pike"}"#))
    }
    guard !registrations.isEmpty else { return }
    ask("client/registerCapability") { json in
      json.object { json in
        json.member("registrations") { json in
          json.array(registrations) { json, registration in
            json.object { json in
              json.member("id", registration.id)
              json.member("method", registration.method)
              json.member("registerOptions") { $0.raw(registration.options) }
            }
          }
        }
      }
    }
  }

  // MARK: Settings

  /// Settings may stand in a section of their own.
  private static func section(_ params: Params) -> Params { (try? params.object("pike")) ?? params }

  func configurationChanged(_ params: Params) throws(InvalidParams) {
    if client.answersConfiguration { return fetchConfiguration() }
    guard params["settings"]?.array?.isEmpty != true, let settings = try params.optionalObject("settings") else {
      return
    }
    try apply(Self.section(settings))
  }

  private func apply(_ settings: Params) throws(InvalidParams) {
    let old = self.settings
    self.settings = settings
    do throws(InvalidParams) {
      try applySettings()
    } catch {
      self.settings = old
      throw error
    }
    refresher.refresh()
  }

  /// Unless somebody says where modules are, they are also looked for in the folders of the workspace.
  func applySettings() throws(InvalidParams) {
    var values = options.settings
    if values.modulePaths.isEmpty { values.modulePaths = roots }
    if let settings { values = try EngineSettings(settings, base: values) }
    _ = try mutations.update(values)
  }

  /// One request at a time: what changes meanwhile is asked for afterwards.
  private func fetchConfiguration() {
    guard !isFetchingConfiguration else {
      mustFetchConfiguration = true
      return
    }
    isFetchingConfiguration = true
    ask("workspace/configuration") {
      $0.raw(#"{"items":[{"section":"pike"}]}"#)
    } then: { [unowned self] isError, result in
      isFetchingConfiguration = false
      if mustFetchConfiguration {
        mustFetchConfiguration = false
        return fetchConfiguration()
      }
      // Some clients write an empty table as an array.
      guard !isError, let value = result[0], !value.isNull, value.array?.isEmpty != true else { return }
      do throws(InvalidParams) {
        try apply(try Params(value, path: "pike"))
      } catch {
        log(.warning, "the settings were refused: \(error.message)")
      }
    }
  }
}
