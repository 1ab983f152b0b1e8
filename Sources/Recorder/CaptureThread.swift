import ProcessControl
import Recording

/// What the recording thread asks the capturing thread for.
enum CaptureRequest: Equatable, Sendable {
  /// The client named its workspace folders, as URIs.
  case roots([String])
  /// The client opened a document.
  case opened(uri: String)
}

/// Requests on their way to the capturing thread.
final class CaptureRequests: Sendable {
  private let queue = Monitor<(requests: [CaptureRequest], isClosed: Bool)>(([], false))

  func add(_ request: CaptureRequest) {
    queue.withLock { $0.requests.append(request) }
    queue.broadcast()
  }

  /// Nil when no more will come.
  func next() -> CaptureRequest? {
    queue.wait { queue -> CaptureRequest?? in
      if !queue.requests.isEmpty { return .some(queue.requests.removeFirst()) }
      return queue.isClosed ? .some(nil) : nil
    } ?? nil
  }

  func close() {
    queue.withLock { $0.isClosed = true }
    queue.broadcast()
  }
}

/// Reads files of the workspace on a thread of its own, so that neither messages nor the recording of them wait for a disk.
struct CaptureThread: Sendable {
  /// Files never have more than this pending, so that messages are not recorded late because of them.
  private static let room = 1 << 20

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

  private func emit(_ file: CapturedFile) -> Bool { intake.addPatiently(.file(file), leaving: Self.room) }
}
