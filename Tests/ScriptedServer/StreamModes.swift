import Glibc

/// What a server may do to its streams, whatever it says on them.
let streamModes: [String: ScriptedServer.Mode] = [
  "echo": { _ in echo(from: STDIN_FILENO, to: STDOUT_FILENO) },
  "echo-to-stderr": { _ in echo(from: STDIN_FILENO, to: STDERR_FILENO) },
  "exit": { arguments in Int32(arguments[0])! },
  "die": { arguments in
    // Swift's runtime may have put a handler there, to print a backtrace.
    signal(Int32(arguments[0])!, SIG_DFL)
    raise(Int32(arguments[0])!)
    return 99
  },
  "close-output-then-echo-to-stderr": { _ in
    close(STDOUT_FILENO)
    return echo(from: STDIN_FILENO, to: STDERR_FILENO)
  },
  "close-input-then-wait-for-signal": { _ in
    close(STDIN_FILENO)
    StandardOutput.write("closed\n")
    return waitForSignal()
  },
  "close-stderr-then-echo": { _ in
    close(STDERR_FILENO)
    return echo(from: STDIN_FILENO, to: STDOUT_FILENO)
  },
  "ignore-end": { _ in
    _ = echo(from: STDIN_FILENO, to: STDOUT_FILENO)
    StandardOutput.write("still here\n")
    return waitForSignal()
  },
  "write-for-ever": { _ in
    // Ends by SIGPIPE, when nobody reads.
    while true { StandardOutput.write("line\n") }
  },
  "flood-stderr": { arguments in
    for line in 0..<Int(arguments[0])! { StandardError.write("warning \(line)\n") }
    return echo(from: STDIN_FILENO, to: STDOUT_FILENO)
  },
  "leave-grandchild": { _ in leaveGrandchild() },
  "report-signals": { _ in reportSignals() },
  "show-signal-state": { _ in showSignalState() },
  "show-descriptors": { _ in showDescriptors() },
]

// MARK: Modes

private func echo(from source: Int32, to destination: Int32) -> Int32 {
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = read(source, &buffer, buffer.count)
    guard count > 0 else { return count == 0 ? 0 : 1 }
    guard writeAll(destination, buffer[..<count]) else { return 2 }
  }
}

private func waitForSignal() -> Int32 {
  pause()
  return 98
}

/// Ends at once; what it started holds the pipes open until its standard input ends, or for ten seconds.
private func leaveGrandchild() -> Int32 {
  var pid = pid_t()
  let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("10"), nil]
  posix_spawnp(&pid, "sleep", nil, nil, arguments, environ)
  StandardOutput.write("pid \(pid)\n")
  return 5
}

/// Says `ready`, then each signal's number as it comes; SIGTERM ends it with status 15.
private func reportSignals() -> Int32 {
  var signals = sigset_t()
  sigemptyset(&signals)
  let numbers = [SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM, SIGCONT]
  for number in numbers { sigaddset(&signals, number) }
  sigprocmask(SIG_BLOCK, &signals, nil)
  StandardOutput.write("ready\n")
  while true {
    var number: Int32 = 0
    guard sigwait(&signals, &number) == 0 else { return 97 }
    StandardOutput.write("signal \(number)\n")
    if number == SIGTERM { return 15 }
  }
}

/// The `Sig…` lines of `/proc/self/status` that a program inherits.
private func showSignalState() -> Int32 {
  guard let file = fopen("/proc/self/status", "r") else { return 1 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 4096)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if text.hasPrefix("SigBlk") || text.hasPrefix("SigIgn") { StandardOutput.write(text) }
  }
  return 0
}

private func showDescriptors() -> Int32 {
  let open = (0..<256).filter { fcntl(Int32($0), F_GETFD) >= 0 }
  StandardOutput.write("\(open)\n")
  return 0
}

// MARK: Writing

enum StandardOutput {
  static func write(_ text: String) { _ = writeAll(STDOUT_FILENO, Array(text.utf8)[...]) }
}

enum StandardError {
  static func write(_ text: String) { _ = writeAll(STDERR_FILENO, Array(text.utf8)[...]) }
}

func writeAll(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
