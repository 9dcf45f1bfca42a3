import Glibc
import SQLiteStore
import Sealing
import Synchronization
import UseCases

/// When something was last asked for that writes; for every thread.
final class Activity: Sendable {
  private let last = Atomic<Int64>(0)

  func note() {
    last.store(SystemClock().monotonic(), ordering: .relaxed)
  }

  /// Milliseconds since then.
  var silence: Int64 { SystemClock().monotonic() - last.load(ordering: .relaxed) }
}

/// Looks through the whole database once a day while nobody uses the box, with a reader of its own on a thread of its own.
final class DailyCheck: Sendable {
  private static let day: Int64 = 86_400_000
  /// After so long without anybody the box is idle, in milliseconds.
  private static let idle: Int64 = 600_000

  private let path: String
  private let secrets: BoxSecrets
  private let writer: GroupCommit
  private let activity: Activity
  private let isRunning = Atomic(false)
  /// Of the steady clock. The first look waits for a whole idle time after the start.
  private let nextAt = Atomic<Int64>(0)

  init(path: String, secrets: BoxSecrets, writer: GroupCommit, activity: Activity) {
    (self.path, self.secrets, self.writer, self.activity) = (path, secrets, writer, activity)
  }

  /// Once a minute. A box that is never idle is looked through all the same, on the second day.
  func look() {
    let now = SystemClock().monotonic()
    let due = nextAt.load(ordering: .relaxed)
    guard now > due, activity.silence > Self.idle || (due > 0 && now > due + Self.day) else { return }
    guard !isRunning.exchange(true, ordering: .relaxed) else { return }
    nextAt.store(now + Self.day, ordering: .relaxed)
    if !Threads.detach({ self.run(.full) }) { isRunning.store(false, ordering: .relaxed) }
  }

  /// After a clean stop: the quick look, beside the first pages.
  func lookBeside() {
    guard !isRunning.exchange(true, ordering: .relaxed) else { return }
    if !Threads.detach({ self.run(.quick) }) { isRunning.store(false, ordering: .relaxed) }
  }

  private func run(_ depth: IntegrityCheck.Depth) {
    // Nobody's answer should wait for the disk because of this.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 15)
    let start = SystemClock().monotonic()
    do {
      let finding = try IntegrityCheck.run(path, depth: depth, secrets: secrets, knownSchema: nil)
      let run = CheckRun(
        at: SystemClock().now(), finding: finding.text, milliseconds: Int(SystemClock().monotonic() - start))
      Log.write(finding == .whole ? .notice : .error, "checked ms=\(run.milliseconds) finding=\"\(run.finding)\"")
      _ = writer.submit { store in
        try store.add(run)
        return .keep
      } done: { _ in
      }
      if case .damaged(let text) = finding { Restart.ask(because: text, isFirst: depth == .quick) }
    } catch {
      Log.write(.error, "problem=dailyCheck cause=\"\(OperatorWording.text(error))\"")
    }
    isRunning.store(false, ordering: .relaxed)
  }
}
