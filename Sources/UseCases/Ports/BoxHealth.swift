import Assessment

/// What went wrong with keeping things, by what can be done about it.
package enum StorageTrouble: String, Sendable, CaseIterable {
  /// No room is left on the disk.
  case full
  /// The disk or its rights do not let anything be written.
  case unwritable
  /// What is on the disk does not read back as it was written.
  case damaged
}

/// An error that says what is wrong with the disk; wording is made where it is shown.
package protocol StorageFault: Error {
  /// Nil where the disk is not what is wrong.
  var trouble: StorageTrouble? { get }
}

/// The room on the disk where the box keeps everything.
package struct DiskRoom: Equatable, Sendable {
  package let freeBytes: Int
  /// So little is left that only attempts already begun go on.
  package let isTight: Bool
  /// Whether the reserve lies ready, from which begun attempts are finished.
  package let hasReserve: Bool

  package init(freeBytes: Int, isTight: Bool, hasReserve: Bool) {
    self.freeBytes = freeBytes
    self.isTight = isTight
    self.hasReserve = hasReserve
  }
}

/// What the box knows of itself beside its database; in memory, for every thread.
package protocol BoxWatch: Sendable {
  func room() -> DiskRoom
  /// What last went wrong with the disk, until something was written again.
  func trouble() -> StorageTrouble?
  /// Copies outside this disk; nil where this box knows of none.
  func copies() -> CopiesStanding?
}

/// How old the copies outside this disk are.
package struct CopiesStanding: Equatable, Sendable {
  /// The last backup that was opened and found whole.
  package let lastBackup: Moment?
  /// Nil where none was asked for.
  package let isMirrorWriting: Bool?

  package init(lastBackup: Moment?, isMirrorWriting: Bool?) {
    self.lastBackup = lastBackup
    self.isMirrorWriting = isMirrorWriting
  }
}

/// A look through the whole database.
package struct CheckRun: Equatable, Sendable {
  package let at: Moment
  /// Empty where everything was whole.
  package let finding: String
  package let milliseconds: Int

  package init(at: Moment, finding: String, milliseconds: Int) {
    self.at = at
    self.finding = finding
    self.milliseconds = milliseconds
  }
}

/// A database that was built anew from a damaged one.
package struct RebuildNote: Equatable, Sendable {
  package let at: Moment
  /// Where the damaged files lie, untouched.
  package let folder: String
  /// Lines in Vietnamese: what was kept and what is missing.
  package let report: String
  /// Whether nothing is known to be missing.
  package let isWhole: Bool

  package init(at: Moment, folder: String, report: String, isWhole: Bool) {
    self.at = at
    self.folder = folder
    self.report = report
    self.isWhole = isWhole
  }
}

package protocol BoxHealthStore {
  /// Writes a moment where nothing else is: whether the disk takes it is all that counts.
  func notePulse(at moment: Moment) throws
  func add(_ entry: ClockEntry) throws
  func lastClockEntry() throws -> ClockEntry?
  /// When the log's last entry was written, by the clock of that time.
  func lastEventMoment() throws -> Moment?
  func add(_ check: CheckRun) throws
  func lastCheck() throws -> CheckRun?
  func add(_ rebuild: RebuildNote) throws
  /// Newest first.
  func rebuilds() throws -> [RebuildNote]
}
