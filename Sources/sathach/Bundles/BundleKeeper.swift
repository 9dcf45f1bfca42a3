import Assessment
import BundleFiles
import Bundles
import SQLiteStore
import Slip
import Synchronization
import UseCases

/// Makes bundles when an officer asks, beside everything else, and tells the database of those that lie in the folder.
final class BundleKeeper: BundleFacts {
  private struct Known {
    var isRunning = false
    var hasFailed = false
    /// The last number that the database was told of; nil before the first look.
    var noted: Int?
    var last: BundleState.Last?
    /// Who asked for the bundles that come next.
    var account: StaffID?
    /// How the database is told; nil before the box serves.
    var register: Register?
  }

  private struct Register: Sendable {
    let writer: GroupCommit
    let kiosk: @Sendable (KioskStore) -> Kiosk
  }

  private let box: BoxFolder
  private let place: String?
  private let issuer: Issuer
  private let queue: WorkQueue
  private let known = Mutex(Known())

  /// - Parameter queue: whose thread makes bundles; it has other things to do as well.
  init(_ box: BoxFolder, to place: String?, issuer: Issuer, queue: WorkQueue) {
    (self.box, self.place, self.issuer, self.queue) = (box, place, issuer, queue)
  }

  private var shelf: BundleShelf { BundleShelf(box: box) }

  func state() -> BundleState {
    var state = BundleState()
    state.place = place
    state.handedOn = shelf.handedOn(of: issuer)
    let known = known.withLock { $0 }
    (state.isRunning, state.last) = (known.isRunning, known.last ?? newest())
    state.obstacle = obstacle ?? (known.hasFailed ? .failed : nil)
    return state
  }

  private var obstacle: BundleState.Obstacle? {
    guard FileSystem.exists(shelf.recipientFile) else { return .noRecipient }
    guard let place else { return .noPlace }
    return FileSystem.isFolder(place) ? nil : .placeMissing
  }

  /// By the file's own head; where it does not read, the operator is told when one is made.
  private func newest() -> BundleState.Last? {
    guard let number = try? shelf.numbers(of: issuer).last,
      let bundle = try? BundleFileReader(shelf.path(issuer, number)),
      let size = try? FileSystem.size(of: shelf.path(issuer, number))
    else { return nil }
    let head = bundle.head
    return BundleState.Last(
      number: head.number, at: Moment(milliseconds: head.madeAt * 1000), records: head.recordCount, size: size,
      lastEvent: head.lastEvent)
  }

  func request(by account: StaffID) -> Bool {
    guard let place, obstacle == nil else { return false }
    let isFree = known.withLock { known in
      guard !known.isRunning else { return false }
      (known.isRunning, known.account) = (true, account)
      return true
    }
    guard isFree else { return false }
    let isTaken = queue.submit { [self] in make(to: place) }
    if !isTaken { known.withLock { $0.isRunning = false } }
    return isTaken
  }

  private func make(to place: String) {
    var hasFailed = false
    do {
      let run = try BundleRun(box: box, to: place, now: SystemClock().now()).carryOut()
      Log.write(.notice, "bundles made count=\(run.made.count) copied=\(run.copied.count)")
    } catch {
      hasFailed = true
      Log.write(.error, "problem=bundle cause=\"\(OperatorWording.text(error))\"")
    }
    let (isBad, last) = (hasFailed, newest())
    known.withLock { known in
      (known.isRunning, known.hasFailed) = (false, isBad)
      known.last = last
    }
    look()
  }

  /// From here on the database is told.
  func follow(_ writer: GroupCommit, _ kiosk: @escaping @Sendable (KioskStore) -> Kiosk) {
    known.withLock { $0.register = Register(writer: writer, kiosk: kiosk) }
    // What was made while the box stood still; not on the way to the first page.
    _ = queue.submit { [self] in look() }
  }

  /// Once a minute, and after each making: enters what commands or this one have made into the database and the register.
  func look() {
    guard let register = known.withLock({ $0.register }) else { return }
    do {
      let last = newest()
      known.withLock { $0.last = last }
      guard let last, known.withLock({ $0.noted ?? 0 }) < last.number else { return }
      let from: Int
      if let noted = known.withLock({ $0.noted }) {
        from = noted
      } else {
        from = try box.openReading().bundleMark(of: issuer)?.number ?? 0
      }
      let keys = try KeyRingFiles.own(box)
      let account = known.withLock { $0.account }
      for number in try shelf.numbers(of: issuer) where number > from {
        try note(try shelf.made(issuer, number, keys: keys), by: account, register)
      }
      known.withLock { ($0.noted, $0.account) = (last.number, nil) }
    } catch {
      Log.write(.error, "problem=bundleRegister cause=\"\(OperatorWording.text(error))\"")
    }
  }

  private func note(
    _ made: MadeBundle, by account: StaffID?, _ register: Register
  ) throws {
    var people = 0
    try BundleFileReader(shelf.path(issuer, made.head.number)).forEachRecord { record, _ in
      if case .person(let person) = record, !person.sealed.isEmpty { people += 1 }
    }
    let count = people
    _ = register.writer.submit { store in
      try register.kiosk(store).noteBundle(made, people: count, by: account)
      return .keep
    } done: { fate in
      switch fate {
      case .committed, .discarded: break
      case .failed(let error), .lost(let error):
        Log.write(.error, "problem=bundleRegister cause=\"\(OperatorWording.text(error))\"")
      }
    }
  }
}
