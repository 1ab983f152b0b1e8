import Glibc

/// Runs something on a thread of its own and tells how much of the thread's stack it took.
package enum MeasuredStack {
  private static let size = 64 << 20
  private static let pattern: UInt8 = 0xA5

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// In bytes. The stack is large and filled with a pattern; what is no longer the pattern was used.
  package static func use(of body: @escaping () -> Void) -> Int {
    let stack = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1 << 16)
    defer { stack.deallocate() }
    memset(stack, Int32(pattern), size)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstack(&attributes, stack, size)
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    precondition(status == 0, "no thread: \(status)")
    pthread_join(thread, nil)
    let bytes = stack.assumingMemoryBound(to: UInt8.self)
    var untouched = 0
    while untouched < size, bytes[untouched] == pattern { untouched += 1 }
    return size - untouched
  }
}
