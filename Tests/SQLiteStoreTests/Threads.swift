import Glibc

/// So many threads that run one closure, each with its number.
final class Threads {
  private final class Start {
    let number: Int
    let body: @Sendable (Int) -> Void

    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }

  private var threads: [pthread_t] = []

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    for number in 0..<count {
      var thread = pthread_t()
      let start = Unmanaged.passRetained(Start(number, body)).toOpaque()
      pthread_create(
        &thread, nil,
        { @Sendable context in
          guard let context else { return nil }
          let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
          start.body(start.number)
          return nil
        }, start)
      threads.append(thread)
    }
  }

  func join() {
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }
}
