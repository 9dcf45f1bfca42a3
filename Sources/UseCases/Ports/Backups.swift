import Assessment

/// How this box is copied elsewhere, for whoever looks after it. Asked anew for every page.
package protocol BackupFacts: Sendable {
  func state() -> BackupState
  /// Asks for a backup as soon as possible.
  /// - Returns: false where none can be made: no place, no recovery key, or one is being made.
  func request() -> Bool
}

package struct BackupState: Equatable, Sendable {
  package enum Obstacle: Equatable, Sendable {
    /// Nobody has said where to.
    case noPlace
    /// No recovery key was made, so there is nothing to seal to.
    case noRecoveryKey
    /// The stick is not there.
    case placeMissing
    /// The last try failed; the operator's log says how.
    case failed
  }

  package struct Last: Equatable, Sendable {
    package let at: Moment
    /// Bytes of the file.
    package let size: Int
    package let attempts: Int

    package init(at: Moment, size: Int, attempts: Int) {
      self.at = at
      self.size = size
      self.attempts = attempts
    }
  }

  /// Where backups go, as in the settings; nil for nowhere.
  package var place: String?
  package var last: Last?
  /// When the next one is due; nil where none will be made by itself.
  package var nextAt: Moment?
  package var isRunning = false
  package var obstacle: Obstacle?
  /// The folder lies on the disk of the data itself, and is lost with it.
  package var isOnSameDisk = false
  package var keep = KeepRule.standard
  package var mirror = MirrorState.off

  package init() {}

  /// Whether somebody has to do something, such as to plug a stick in.
  package var needsSomebody: Bool {
    if case .missing = mirror { return true }
    return obstacle != nil && obstacle != .noPlace
  }
}

/// The second copy that follows every commit.
package enum MirrorState: Equatable, Sendable {
  /// Not set up.
  case off
  /// Writes a whole copy first; until then what is committed waits in memory.
  case beginning
  /// `waiting` committed transactions are not on the stick yet; the last one written was of `writtenAt`.
  case following(waiting: Int, writtenAt: Moment?)
  /// The stick is not there, or full, or refuses: what is committed since is on the box only.
  case missing(since: Moment)
}
