import Glibc

/// The thread that looks once a minute after what must not be forgotten, until there is nothing to look after.
enum MinuteWatch {
  static let seconds: UInt32 = 60

  private final class Look: Sendable {
    let body: @Sendable () -> Bool

    init(_ body: @escaping @Sendable () -> Bool) {
      self.body = body
    }
  }

  /// The thread is nobody's to wait for: it ends at its next look, or with the process.
  ///
  /// - Parameter look: false ends the thread.
  static func start(_ look: @escaping @Sendable () -> Bool) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Look(look))
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let look = Unmanaged<Look>.fromOpaque(context).takeRetainedValue()
        repeat { sleep(MinuteWatch.seconds) } while look.body()
        return nil
      }, context.toOpaque())
    if code == 0 { pthread_detach(thread) } else { context.release() }
  }
}
