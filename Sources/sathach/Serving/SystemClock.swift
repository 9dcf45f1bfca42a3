import Assessment
import Glibc
import UseCases

struct SystemClock: KioskClock {
  func now() -> Moment {
    Moment(milliseconds: Self.milliseconds(of: CLOCK_REALTIME))
  }

  func monotonic() -> Int64 {
    Self.milliseconds(of: CLOCK_MONOTONIC)
  }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
