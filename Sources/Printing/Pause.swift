import Glibc

/// Waits on a thread that has nothing else to do.
enum Pause {
  static func milliseconds(_ count: Int32) {
    poll(nil, 0, count)
  }
}
