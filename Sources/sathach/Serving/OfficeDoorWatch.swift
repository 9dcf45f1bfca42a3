import Glibc

/// The thread that looks after the office door once a minute, until the door is closed for good.
enum OfficeDoorWatch {
  static let seconds: UInt32 = 60

  /// The thread is nobody's to wait for: it ends at its next look after the closing, or with the process.
  static func start(_ door: OfficeDoor) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(door)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let door = Unmanaged<OfficeDoor>.fromOpaque(context).takeRetainedValue()
        repeat { sleep(OfficeDoorWatch.seconds) } while door.look()
        return nil
      }, context.toOpaque())
    if code == 0 { pthread_detach(thread) } else { context.release() }
  }
}
