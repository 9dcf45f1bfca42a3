import Assessment
import Backups
import Glibc
import Synchronization
import UseCases

/// Makes backups when they are due or asked for, on a thread of its own, and knows how they stand.
final class BackupKeeper: BackupFacts {
  private struct Known {
    var state = BackupState()
    /// When to try again after a failure.
    var retryAt: Moment?
    var told = ""
  }

  private static let retry: Int64 = 10 * 60_000

  private let box: BoxFolder
  private let settings: BackupSettings
  private let now: @Sendable () -> Moment
  private let known = Mutex(Known())
  private let isEnding = Mutex(false)
  private let queue = WorkQueue(name: "backups", most: 1)
  /// Set before the first page is served, if there is one.
  private let mirror: (any MirrorStanding)?

  init(
    _ box: BoxFolder, _ settings: BackupSettings, mirror: (any MirrorStanding)?,
    now: @escaping @Sendable () -> Moment = { SystemClock().now() }
  ) {
    self.box = box
    self.settings = settings
    self.mirror = mirror
    self.now = now
    let last = LastBackup(box: box).read()
    known.withLock { $0.state.last = last }
    note(obstacle: obstacle())
  }

  func start() { queue.start() }

  /// Gives up what is being made; what was half-written is removed.
  func stop() {
    isEnding.withLock { $0 = true }
    queue.stop()
  }

  func state() -> BackupState {
    var state = known.withLock { $0.state }
    state.place = settings.place
    state.keep = settings.keep
    state.nextAt = settings.place.map { _ in due(after: state.last) }
    state.mirror = mirror?.state() ?? .off
    return state
  }

  func request() -> Bool {
    guard settings.place != nil, known.withLock({ !$0.state.isRunning }) else { return false }
    if let obstacle = obstacle() {
      note(obstacle: obstacle)
      return false
    }
    known.withLock { $0.state.isRunning = true }
    guard queue.submit({ [self] in make() }) else {
      known.withLock { $0.state.isRunning = false }
      return false
    }
    return true
  }

  /// Once a minute.
  /// - Returns: true; there is always a next look.
  func look() -> Bool {
    let last = LastBackup(box: box).read()
    known.withLock { $0.state.last = last }
    let obstacle = obstacle()
    if obstacle != nil || known.withLock({ $0.state.obstacle != .failed }) { note(obstacle: obstacle) }
    let mayTry = known.withLock { known in known.retryAt.map { $0 <= now() } ?? true }
    if settings.place != nil, obstacle == nil, mayTry, isDue(last) { _ = request() }
    return true
  }

  /// A last one that lies in the future was made under a wrong clock, or this one is wrong: better one too many.
  private func isDue(_ last: BackupState.Last?) -> Bool {
    guard let last else { return true }
    return due(after: last) <= now() || last.at > now()
  }

  private func due(after last: BackupState.Last?) -> Moment {
    guard let last else { return now() }
    return Moment(milliseconds: last.at.milliseconds + Int64(settings.hours) * 3_600_000)
  }

  private func obstacle() -> BackupState.Obstacle? {
    guard let place = settings.place else { return .noPlace }
    guard FileSystem.exists(box.recoveryKeyFile) else { return .noRecoveryKey }
    return FileSystem.isFolder(place) ? nil : .placeMissing
  }

  private func make() {
    defer { known.withLock { $0.state.isRunning = false } }
    guard let place = settings.place else { return }
    do {
      guard let key = try box.recoveryKey() else { return note(obstacle: .noRecoveryKey) }
      let making = BackupMaking(try box.contents(), officeKey: key, to: place, keep: settings.keep)
      let (path, receipt) = try making.make(at: now()) { [self] in isEnding.withLock { !$0 } }
      let last = try LastBackup(box: box).write(receipt)
      known.withLock {
        $0.state.last = last
        $0.state.isOnSameDisk = FileSystem.isSameDisk(place, box.path)
        $0.retryAt = nil
      }
      note(obstacle: nil)
      Log.write(.notice, "backup made file=\"\(path)\" bytes=\(receipt.size) attempts=\(last.attempts)")
    } catch {
      if isEnding.withLock({ $0 }) { return }
      known.withLock { $0.retryAt = Moment(milliseconds: now().milliseconds + Self.retry) }
      note(obstacle: .failed, cause: OperatorWording.text(error))
    }
  }

  /// Told once for each change, not each minute.
  private func note(obstacle: BackupState.Obstacle?, cause: String = "") {
    let text = obstacle.map { OperatorWording.text(obstacle: $0, settings, cause: cause) } ?? ""
    let isNew = known.withLock { known in
      known.state.obstacle = obstacle
      defer { known.told = text }
      return known.told != text
    }
    if isNew, !text.isEmpty, obstacle != .noPlace { Log.write(.error, "problem=backup cause=\"\(text)\"") }
  }
}

/// How the copy that follows every commit stands.
protocol MirrorStanding: Sendable {
  func state() -> MirrorState
}

extension Mirror: MirrorStanding {}

/// A mirror that an office wants and that cannot be begun.
struct MissingMirror: MirrorStanding {
  let since: Moment

  func state() -> MirrorState { .missing(since: since) }
}
