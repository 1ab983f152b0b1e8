import JSONRPC
import ProcessControl
import Recording

/// What the recording thread asks the capturing thread for.
enum CaptureRequest: Equatable, Sendable {
  /// The client named its workspace folders, as URIs.
  case roots([String])
  /// The client opened a document.
  case opened(uri: String)
  /// The client told that a file has changed on disk.
  case changed(WatchedChange)
}

/// Requests on their way to the capturing thread.
final class CaptureRequests: Sendable {
  private struct State: Sendable {
    var requests: [CaptureRequest] = []
    /// When the session ended, in nanoseconds of `Uptime`.
    var closed: Int64?
  }

  private let state = Monitor(State())

  func add(_ request: CaptureRequest) {
    state.withLock { $0.requests.append(request) }
    state.broadcast()
  }

  /// Nil when no more will come.
  func next() -> CaptureRequest? {
    state.wait { state -> CaptureRequest?? in
      if !state.requests.isEmpty { return .some(state.requests.removeFirst()) }
      return state.closed == nil ? nil : .some(nil)
    } ?? nil
  }

  /// The session is over: what is not captured soon is left out.
  func close() {
    state.withLock { $0.closed = Uptime.now() }
    state.broadcast()
  }

  /// Whether the session has been over for longer than this, in nanoseconds.
  func isClosed(for duration: Int64) -> Bool {
    let now = Uptime.now()
    return state.withLock { $0.closed.map { now - $0 > duration } ?? false }
  }
}

/// Reads files of the workspace on a thread of its own, so that neither messages nor the recording of them wait for a disk.
struct CaptureThread: Sendable {
  /// Files never have more than this pending, so that messages are not recorded late because of them.
  private static let room = 1 << 20
  /// How long capturing may go on when the session is over, in nanoseconds.
  static let overtime: Int64 = 1_000_000_000

  let policy: CapturePolicy
  /// From the command line; otherwise the client's first workspace folder.
  let workspace: String?
  let intake: Intake
  let requests: CaptureRequests
  let created: CreatedPath

  func run() {
    guard policy.mode != .none else { return }
    var capture = workspace.map(makeCapture)
    if policy.mode == .workspace { capture?.captureAll(emit) }
    while let request = requests.next() {
      switch request {
      case .roots(let roots):
        guard capture == nil else { continue }
        capture = start(roots)
      case .opened(let uri):
        if policy.mode == .opened, let file = capture?.captureOpened(uri: uri), !emit(file) { return }
      case .changed(let change):
        if let file = capture?.captureChanged(change), !emit(file) { return }
      }
    }
  }

  private func start(_ roots: [String]) -> WorkspaceCapture? {
    guard let root = roots.first.flatMap(FileURI.path) else { return nil }
    var capture = makeCapture(root)
    if policy.mode == .workspace { capture.captureAll(emit) }
    for other in roots.dropFirst() {
      let name = other.split(separator: "/").last.map(String.init) ?? other
      let reason = "another workspace folder, of which only the first one is captured: \(other)"
      _ = emit(CapturedFile(path: name, content: .omitted(reason)))
    }
    return capture
  }

  private func makeCapture(_ root: String) -> WorkspaceCapture {
    let created = created
    return WorkspaceCapture(policy: policy, root: root) { created.identity }
  }

  /// False when it is time to stop.
  private func emit(_ file: CapturedFile) -> Bool {
    guard requests.isClosed(for: Self.overtime) else { return intake.addPatiently(.file(file), leaving: Self.room) }
    let reason = "the session ended before this file and those after it were read"
    let omitted = CapturedFile(path: file.path, content: .omitted(reason), change: file.change)
    _ = intake.addPatiently(.file(omitted), leaving: Self.room)
    return false
  }
}
