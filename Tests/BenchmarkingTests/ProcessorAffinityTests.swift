import Benchmarking
import Glibc
import JSONRPC
import ProcessControl
import Testing

/// What binds a thread: tried on threads of its own, since others run tests too.
struct ProcessorAffinityTests {
  /// What a thread finds that did `work` first.
  private static func affinity(after work: @escaping @Sendable () -> Bool) -> (done: Bool, now: ProcessorAffinity?) {
    let result = Monitor<(done: Bool, now: ProcessorAffinity?)?>(nil)
    let thread = WorkerThread(name: "bound", stackSize: 1 << 20) {
      let done = work()
      result.withLock { $0 = (done, .current) }
      result.broadcast()
    }
    thread.join()
    return result.wait { $0 }!
  }

  @Test func aThreadIsBoundAndOthersAreNot() throws {
    let before = try #require(ProcessorAffinity.current)
    let last = try #require(before.processors.last)
    let bound = Self.affinity { ProcessorAffinity(processors: [last]).apply() }
    #expect(bound.done && bound.now == ProcessorAffinity(processors: [last]))
    #expect(Self.affinity { true }.now == before)
  }

  @Test func whatAThreadStartsIsBoundToo() throws {
    let first = try #require(ProcessorAffinity.current?.processors.first)
    let result = Self.affinity {
      ProcessorAffinity(processors: [first]).apply()
        && Self.output("/bin/grep", ["Cpus_allowed_list", "/proc/self/status"]).contains(":\t\(first)\n")
    }
    #expect(result.done)
  }

  @Test func aProcessorThatIsNotThereIsRefused() {
    let result = Self.affinity { ProcessorAffinity(processors: [1023]).apply() }
    #expect(!result.done)
  }

  private static func output(_ command: String, _ arguments: [String]) -> String {
    guard let child = try? ChildProcess.spawn(command: command, arguments: arguments) else { return "" }
    var buffer = [UInt8](repeating: 0, count: 200)
    defer {
      for end in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(end) }
      _ = child.wait()
    }
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(child.standardOutput, into: $0) })
    else { return "" }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}

struct AgentMessageTests {
  @Test(arguments: [
    AgentRequest.start(path: "a b", operations: 3), .sample(path: "c", operations: 1), .bind(processor: 0),
  ])
  func requestsAreReadAsTheyWereWritten(request: AgentRequest) {
    #expect(AgentRequest(request.json) == request)
  }

  @Test func anAgentThatDoesNotSayItCanBeBoundCannot() {
    var greeting = AgentGreeting(version: "1", corpus: "c", paths: ["a"], canBind: true)
    #expect(AgentGreeting(greeting.json) == greeting)
    #expect(AgentGreeting(["agent": 1, "version": "1", "corpus": "c", "paths": ["a"]])?.canBind == false)
    greeting.canBind = false
    #expect(AgentGreeting(greeting.json) == greeting)
  }
}
