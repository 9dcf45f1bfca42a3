import Assessment
import Certificates
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases
import Web

/// What stands behind a box that may serve.
struct OpenedBox {
  let lock: FolderLock
  let secrets: BoxSecrets
  let signing: BoxSigning
  let serials: SerialWatch
  let cache: ContentCache
  let store: KioskStore
  let office: Office
  let clock: TrustedClock
  /// Whether the database was looked through before it was opened.
  let isLookedThrough: Bool
}

/// Opens keys and database, mends what can be mended, and counts the start.
struct BoxOpening {
  let box: BoxFolder
  let kiosk: KioskFolder
  let copies: any LastGoodCopy
  let disk: DiskWatch

  private var mark: BoxMark { BoxMark(box: box) }

  func open(_ settings: Settings, tell: (Outage) -> Void) throws -> OpenedBox {
    let lock = try FolderLock(folder: box.path)
    for name in KeyTwin.names where !box.hasCredential(name) { try KeyTwin(box: box, name: name).mend() }
    let isKnown = mark.knowsDatabase || FileSystem.exists(box.database)
    // A key made anew would open nothing that is there.
    let secrets = try box.secrets(creating: !isKnown)
    let signing = try box.signing(creating: !isKnown)
    try Rebuilding(box: box, secrets: secrets, copies: copies).finishInterrupted()
    let wasClean = mark.isClean
    let rebuild = try mendDatabase(secrets, tell: tell)
    mark.remove()
    let cache = ContentCache()
    let former = CopyBeforeUpgrade(box: box)
    try former.removeOld()
    try roomy { try former.make() }
    let store = try roomy { try KioskStore.writer(at: box.database, secrets: secrets, cache: cache) }
    let adoption = BankAdoption(kiosk: kiosk, secrets: secrets)
    if rebuild != nil { try adoption.mend(store) }
    try adopt(adoption, into: store)
    let clock = TrustedClock()
    let renewal = try roomy { try LostSlips(box: box, store: store).mend(signing, isRebuilt: rebuild != nil) }
    let office = try roomy { try count(store, clock, rebuild, renewal) }
    let layout = try store.layout()
    try mark.keep(schema: layout.schema, roots: layout.roots)
    for name in KeyTwin.names where !box.hasCredential(name) { try KeyTwin(box: box, name: name).keep() }
    return OpenedBox(
      lock: lock, secrets: secrets, signing: renewal?.signing ?? signing, serials: try serials(of: store, office),
      cache: cache, store: store, office: office, clock: clock, isLookedThrough: !wasClean)
  }

  /// Looks through a database that was not left by a clean stop, and builds it anew where it is damaged.
  private func mendDatabase(_ secrets: BoxSecrets, tell: (Outage) -> Void) throws -> RebuildNote? {
    let rebuilding = Rebuilding(box: box, secrets: secrets, copies: copies)
    guard try hasDatabase() else {
      guard mark.knowsDatabase else { return nil }
      tell(.rebuilding)
      return try restoreMissing(rebuilding)
    }
    // What a clean stop left is looked through beside the service.
    if mark.isClean, IntegrityCheck.opens(box.database) { return nil }
    tell(.checking)
    let roots = mark.roots()
    let finding = try finding(secrets, knownSchema: roots.schema)
    Log.write(.notice, "looked through before opening finding=\"\(finding.text)\"")
    switch finding {
    case .whole: return nil
    case .altered(let text):
      Log.write(.error, "problem=database altered cause=\"\(text)\"")
      return nil
    case .damaged(let text):
      tell(.rebuilding)
      return try rebuilding.run(roots: roots.pages, finding: text)
    }
  }

  private func restoreMissing(_ rebuilding: Rebuilding) throws -> RebuildNote {
    do {
      return try rebuilding.run(roots: [:], finding: "the file is gone")
    } catch let stopped as StartStopped {
      throw StartStopped(outage: .databaseMissing, cause: stopped.cause)
    }
  }

  private func hasDatabase() throws -> Bool {
    FileSystem.exists(box.database) ? try FileSystem.size(of: box.database) > 0 : false
  }

  private func finding(_ secrets: BoxSecrets, knownSchema: Int?) throws -> IntegrityCheck.Finding {
    do {
      return try IntegrityCheck.run(
        box.database, depth: .quick, secrets: secrets, knownSchema: knownSchema)
    } catch let error as SQLiteStoreError where error.trouble == .unwritable {
      // The log's index is made anew by whoever opens the database first, if the old one is not in the way.
      guard FileSystem.exists(box.database + "-shm"), access(box.database, R_OK | W_OK) == 0 else { throw error }
      try SetAside(box: box).take(box.database + "-shm")
      return try IntegrityCheck.run(box.database, depth: .quick, secrets: secrets, knownSchema: knownSchema)
    }
  }

  /// Tries a second time with the room of the reserve.
  private func roomy<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch {
      guard disk.makeRoom(after: error) else { throw error }
      return try body()
    }
  }

  private func adopt(_ adoption: BankAdoption, into store: KioskStore) throws {
    do {
      try roomy { try adoption.bring(into: store) }
    } catch let failure as Failure {
      throw StartStopped(outage: .bankDamaged, cause: failure)
    }
  }

  /// Counts this start.
  private func count(
    _ store: KioskStore, _ clock: TrustedClock, _ rebuild: RebuildNote?, _ renewal: LostSlips.Renewal?
  ) throws -> Office {
    // Samples have dates of their own.
    clock.open(try store.lastClockEntry(), lastEvent: box.isSample ? nil : try store.lastEventMoment())
    let now = clock.now()
    return try store.atomically {
      let boots = try store.countBoot(at: now)
      if let rebuild {
        try store.append(Event(.databaseRebuilt, note: "whole=\(rebuild.isWhole) damaged=\(rebuild.folder)"), at: now)
      }
      if let renewal { try store.append(renewal.event, at: now) }
      if rebuild != nil || renewal != nil {
        let report = [rebuild?.report, renewal?.report].compactMap { $0 }.joined(separator: "\n")
        try store.add(
          RebuildNote(
            at: now, folder: rebuild?.folder ?? "", report: report,
            isWhole: renewal == nil && rebuild?.isWhole ?? false))
      }
      try store.append(Event(.started, note: "boot=\(boots)"), at: now)
      // The slip's boot counter has two bytes; a box that was started 65,535 times stays there.
      return try box.office(bootCounter: min(boots, 65_535))
    }
  }

  private func serials(of store: KioskStore, _ office: Office) throws -> SerialWatch {
    SerialWatch(SerialMark(box: box), issuer: office.issuer.text, last: try store.nextSerial() - 1)
  }
}
