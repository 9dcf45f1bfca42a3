import Assessment

/// What matters for the box to do its work, as found just now.
package struct BoxHealth: Equatable, Sendable {
  package let at: Moment
  package let room: DiskRoom
  package let trouble: StorageTrouble?
  package let doubt: ClockDoubt?
  package let copies: CopiesStanding?
  package let check: CheckRun?
  package let rebuilds: [RebuildNote]

  /// Backups older than this, in days, are said to be old.
  package static let oldestBackup: Int64 = 7

  package var isBackupOld: Bool {
    guard let copies else { return false }
    guard let last = copies.lastBackup else { return true }
    return at.milliseconds - last.milliseconds > Self.oldestBackup * 86_400_000
  }

  /// Whether people can be tested: what else is wrong waits for staff.
  package var isServing: Bool { trouble == nil && check?.finding.isEmpty ?? true }

  package init(
    at: Moment, room: DiskRoom, trouble: StorageTrouble?, doubt: ClockDoubt?, copies: CopiesStanding?,
    check: CheckRun?, rebuilds: [RebuildNote]
  ) {
    (self.at, self.room, self.trouble, self.doubt) = (at, room, trouble, doubt)
    (self.copies, self.check, self.rebuilds) = (copies, check, rebuilds)
  }
}

extension Kiosk {
  package func boxHealth() throws -> BoxHealth {
    BoxHealth(
      at: clock.now(), room: watch.room(), trouble: watch.trouble(), doubt: clockWatch.doubt(), copies: watch.copies(),
      check: try store.lastCheck(), rebuilds: try store.rebuilds())
  }

  /// Refuses what would begin something new where the disk must be kept for what has begun.
  func checkRoom() throws {
    guard !watch.room().isTight else { throw UseCaseError.diskTight }
  }
}
