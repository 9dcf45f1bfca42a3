import Glibc
import Synchronization
import UseCases

/// Watches the disk that holds the data folder, and keeps a file there whose only worth is that it can be deleted: from its
/// room attempts that have begun are finished.
final class DiskWatch: BoxWatch {
  private struct State {
    var trouble: StorageTrouble?
    var room = DiskRoom(freeBytes: 0, isTight: false, hasReserve: false)
    /// Of the steady clock, in milliseconds; 0 before the first look.
    var lookedAt: Int64 = 0
  }

  /// Between two looks, in milliseconds.
  private static let pause: Int64 = 1_000
  private static let largestReserve = 16 << 20
  private static let highestFloor = 64 << 20

  let folder: String
  private let state = Mutex(State())
  private let backups = Mutex<(any BackupFacts)?>(nil)
  /// Called when something on the disk does not read back as it was written.
  private let onDamage: @Sendable () -> Void

  init(folder: String, onDamage: @escaping @Sendable () -> Void = {}) {
    self.folder = folder
    self.onDamage = onDamage
  }

  var reserve: String { folder + "/sathach.reserve" }

  func room() -> DiskRoom {
    let now = SystemClock().monotonic()
    return state.withLock { state in
      if state.lookedAt == 0 || now - state.lookedAt > Self.pause {
        state.room = look() ?? state.room
        state.lookedAt = now
      }
      return state.room
    }
  }

  func trouble() -> StorageTrouble? { state.withLock { $0.trouble } }

  /// Tells from now on how the box is copied elsewhere.
  func follow(_ backups: any BackupFacts) {
    self.backups.withLock { $0 = backups }
  }

  func copies() -> CopiesStanding? {
    guard let state = backups.withLock({ $0 })?.state() else { return nil }
    if state.place == nil, state.mirror == .off { return nil }
    let isWriting: Bool? =
      switch state.mirror {
      case .off: nil
      case .beginning, .following: true
      case .missing: false
      }
    return CopiesStanding(lastBackup: state.last?.at, isMirrorWriting: isWriting)
  }

  func noteWritten() {
    state.withLock { $0.trouble = nil }
  }

  func note(_ error: any Error) {
    guard let trouble = (error as? any StorageFault)?.trouble else { return }
    let isNew = state.withLock { state in
      defer { state.trouble = trouble }
      return state.trouble != trouble
    }
    if isNew, trouble == .damaged { onDamage() }
  }

  /// Gives the reserve away where the disk is full.
  /// - Returns: whether a second try may go well.
  func makeRoom(after error: any Error) -> Bool {
    guard (error as? any StorageFault)?.trouble == .full, unlink(reserve) == 0 else { return false }
    state.withLock { $0.lookedAt = 0 }
    Log.write(.error, "problem=diskFull the reserve was given away; free room on \(folder)")
    return true
  }

  /// Lays the reserve down where there is room for it and more.
  func keepReserve() {
    guard let sizes = sizes(), !hasReserve else { return }
    let wanted = min(Self.largestReserve, sizes.total / 8)
    guard sizes.free > floor(of: sizes.total) + 2 * wanted else { return }
    let file = open(reserve, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    if posix_fallocate(file, 0, off_t(wanted)) != 0 { unlink(reserve) }
    state.withLock { $0.lookedAt = 0 }
  }

  private var hasReserve: Bool { FileSystem.exists(reserve) }

  private func floor(of total: Int) -> Int { min(Self.highestFloor, total / 8) }

  private func look() -> DiskRoom? {
    sizes().map { DiskRoom(freeBytes: $0.free, isTight: $0.free < floor(of: $0.total), hasReserve: hasReserve) }
  }

  /// In bytes, as this user may use them.
  private func sizes() -> (free: Int, total: Int)? {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return nil }
    return (Int(facts.f_bavail) * Int(facts.f_frsize), Int(facts.f_blocks) * Int(facts.f_frsize))
  }
}
