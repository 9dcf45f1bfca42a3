import Assessment
import Certificates
import SQLiteStore
import Sealing
import UseCases
import Web

extension BoxExaminer {
  func database() -> [BoxComplaint] {
    guard FileSystem.exists(box.database) else { return [.databaseMissing] }
    do {
      let secrets = try box.secrets(creating: false)
      let known = BoxMark(box: box).roots().schema
      switch try IntegrityCheck.run(box.database, depth: .quick, secrets: secrets, knownSchema: known) {
      case .whole: break
      case .damaged(let finding), .altered(let finding): return [.databaseDamaged(finding: finding)]
      }
      _ = try box.openReading()
      return []
    } catch {
      return [.databaseUnreadable(cause: OperatorWording.text(error))]
    }
  }

  func log(_ store: KioskStore?) -> [BoxComplaint] {
    guard let store else { return [] }
    do {
      let audit = try store.auditEvents()
      let slips = [audit.unloggedSlip, audit.missingSlip].compactMap { $0 }
      return (audit.broken.map { [.logBroken(entry: $0.id)] } ?? []) + slips.map { .slipUnlogged(serial: $0) }
    } catch {
      return [.databaseUnreadable(cause: OperatorWording.text(error))]
    }
  }

  func staff(_ store: KioskStore?) -> [BoxComplaint] {
    guard let accounts = try? store?.accounts() else { return [] }  // told at the database
    return accounts.contains { $0.role == .officer && !$0.isDisabled } ? [] : [.noOfficer]
  }

  func backups(_ settings: BackupSettings) -> [BoxComplaint] {
    guard let place = settings.place else { return [.noBackupPlace] }
    guard FileSystem.exists(box.recoveryKeyFile) else { return [.noRecoveryKey] }
    let key = caught({ try box.recoveryKey() }) { .keyUnreadable(cause: $0) }
    return key + placeComplaints(place) + age()
  }

  private func placeComplaints(_ place: String) -> [BoxComplaint] {
    guard FileSystem.isFolder(place) else { return [.backupPlaceMissing(path: place)] }
    return FileSystem.isSameDisk(place, box.path) ? [.backupOnSameDisk(path: place)] : []
  }

  private func age() -> [BoxComplaint] {
    guard let last = LastBackup(box: box).read() else { return [.neverBackedUp] }
    let days = (clock.now().milliseconds - last.at.milliseconds) / 86_400_000
    return days > BoxHealth.oldestBackup ? [.backupOld(days: Int(days))] : []
  }

  func mirror(_ settings: BackupSettings) -> [BoxComplaint] {
    guard let place = settings.mirror else { return [] }
    guard FileSystem.exists(box.recoveryKeyFile) else { return [.noRecoveryKey] }
    return FileSystem.isFolder(place) ? [] : [.mirrorPlaceMissing(path: place)]
  }

  func bank(_ store: KioskStore?) -> [BoxComplaint] {
    bankFiles(store) + webFiles()
  }

  private func bankFiles(_ store: KioskStore?) -> [BoxComplaint] {
    do {
      let released = try store.map { try BankAdoption.released(in: $0) } ?? []
      let bank = try ItemBank.read(try kiosk.bankFiles() + released)
      let problems = try store.map { BankSuccession(from: try $0.itemsInForce(), to: bank).problems } ?? []
      return Self.complaints(problems)
    } catch let faulty as ItemBank.Faulty {
      return Self.complaints(faulty.problems)
    } catch {
      return [.bankUnreadable(cause: OperatorWording.text(error))]
    }
  }

  private static func complaints(_ problems: [ContentProblem]) -> [BoxComplaint] {
    problems.first.map { [.bankFaulty(problems: problems.count, first: $0.description)] } ?? []
  }

  private func webFiles() -> [BoxComplaint] {
    let found = Set((try? kiosk.webFiles().map(\.name)) ?? [])  // none of them, then
    let missing = Assets.needed.filter { !found.contains($0) }
    return missing.isEmpty ? [] : [.webFilesMissing(names: missing.prefix(5).joined(separator: ", "))]
  }

  /// Only where the door is to be open.
  func door(_ settings: Settings) -> [BoxComplaint] {
    guard settings.officeDoor.isOn else { return [] }
    let port = Int(settings.officeDoor.port)
    let isShut = FolderLock.isHeld(folder: box.path) && system.listens(at: port) == false
    return (isShut ? [.doorShut(port: port)] : [])
      + CertificateFolder(box.certificates).problems(now: Int(clock.now().seconds)).map {
        .certificate(cause: OperatorWording.text($0))
      }
  }
}
