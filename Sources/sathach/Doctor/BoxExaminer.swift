import Assessment
import Certificates
import Glibc
import Printing
import SQLiteStore
import Sealing
import Slip
import UseCases
import Web

/// Looks at everything a box needs, each part as far as it can be looked at without the others. Changes nothing.
struct BoxExaminer: BoxExamining {
  let box: BoxFolder
  let kiosk: KioskFolder
  var system = SystemFacts.machine
  var clock: any KioskClock = SystemClock()

  func examine() -> [ExaminedFinding] { examine(ExaminedPart.allCases) }

  func examine(_ parts: [ExaminedPart]) -> [ExaminedFinding] {
    let settings = (try? box.settings()) ?? Settings()  // why not is told at its own part
    let store = try? box.openReading()  // as above
    return parts.map { part in
      ExaminedFinding(part: part, complaints: complaints(part, settings, store))
    }
  }

  private func complaints(_ part: ExaminedPart, _ settings: Settings, _ store: KioskStore?) -> [BoxComplaint] {
    switch part {
    case .folder: folder()
    case .settings: self.settings(settings)
    case .disk: disk()
    case .clock: clock(store)
    case .keys: keys()
    case .database: database()
    case .log: log(store)
    case .staff: staff(store)
    case .backups: backups(settings.backups)
    case .mirror: mirror(settings.backups)
    case .bank: bank(store)
    case .door: door(settings)
    case .fonts: caught({ try PaperPress() }) { .faceMissing(cause: $0) }
    case .printer: printer(settings.printer)
    case .sound: system.has("/usr/bin/espeak-ng") ? [] : [.speechMissing]
    case .programs: programs()
    case .units: units()
    case .updates: FileSystem.exists(box.updateJournal) ? [.updateCut] : []
    }
  }

  /// The complaint where something throws.
  func caught<Value>(_ body: () throws -> Value, _ complaint: (String) -> BoxComplaint) -> [BoxComplaint] {
    do {
      _ = try body()
      return []
    } catch {
      return [complaint(OperatorWording.text(error))]
    }
  }

  private func folder() -> [BoxComplaint] {
    var facts = stat()
    guard stat(box.path, &facts) == 0 else { return [.folderMissing(path: box.path)] }
    let names = (try? FileSystem.names(in: box.path).map { "\(box.path)/\($0)" }) ?? []
    let keys = (try? FileSystem.names(in: box.keys).map { "\(box.keys)/\($0)" }) ?? []
    // Public halves are for everybody.
    let secret = [box.path, box.keys] + keys.filter { !$0.hasSuffix(".pub") && !$0.hasSuffix(".txt") }
    let open = secret.filter { mode(of: $0) & 0o077 != 0 }.map { BoxComplaint.openToOthers(path: $0) }
    let foreign = (names + keys).filter { owner(of: $0).map { $0 != facts.st_uid } ?? false }
    return open + foreign.map { .foreignOwner(path: $0) }
  }

  /// Asked itself, where the box has one: that a service runs beside it does not matter, since each question is one opening.
  private func printer(_ settings: PrinterSettings) -> [BoxComplaint] {
    guard let device = settings.device else {
      return system.has("/usr/bin/lp") || system.has("/usr/sbin/cupsd") ? [] : [.printerProgramMissing]
    }
    if case .spooled = settings, !system.has("/usr/bin/lp") { return [.printerProgramMissing] }
    return device.trouble().map { [.printerTrouble($0)] } ?? []
  }

  private func mode(of path: String) -> mode_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  /// Of the file itself; a link may lead to `/etc`, which is root's.
  private func owner(of path: String) -> uid_t? {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFLNK else { return nil }
    return facts.st_uid
  }

  private func settings(_ settings: Settings) -> [BoxComplaint] {
    let unreadable = caught({ try box.settings() }) { .settingsUnreadable(cause: $0) }
    guard unreadable.isEmpty, !box.isSample else { return unreadable }
    return settings.commune == Settings().commune || settings.office == Settings().office ? [.neverSetUp] : []
  }

  private func disk() -> [BoxComplaint] {
    guard FileSystem.isFolder(box.path) else { return [] }
    let room = DiskWatch(folder: box.path).room()
    if room.isTight { return [.diskTight(freeMegabytes: room.freeBytes >> 20)] }
    // Before the first start there is none.
    return FileSystem.exists(box.database) && !room.hasReserve ? [.reserveGone] : []
  }

  private func clock(_ store: KioskStore?) -> [BoxComplaint] {
    let now = clock.now()
    let last = box.isSample ? nil : (try? store?.lastEventMoment()) ?? nil
    let known = [CivilDate(now) < Release.day ? Release.day : nil, last.flatMap { now < $0 ? CivilDate($0) : nil }]
    if let day = known.compactMap({ $0 }).max() { return [.clockBehind(day: day.iso)] }
    guard system.has("/run/systemd/system") else { return [] }
    return system.has("/run/systemd/timesync/synchronized") ? [] : [.clockUnsynchronised]
  }

  private func keys() -> [BoxComplaint] {
    // A folder that is not there is told by itself.
    guard FileSystem.isFolder(box.keys) else { return [] }
    let own =
      caught({ try box.secrets(creating: false) }) { .keyUnreadable(cause: $0) }
      + caught({ try box.signing(creating: false) }) { .keyUnreadable(cause: $0) }
    let ring = KeyRingFiles(box: box)
    guard FileSystem.exists(ring.listFile) else { return own + [.provinceListMissing] }
    return own + caught({ try ring.list() }) { .provinceListUnreadable(cause: $0) }
  }

  private func programs() -> [BoxComplaint] {
    ["sathach-symbols", "sathach-import", "sathach-speech"].filter { !system.has("\(system.binaries)/\($0)") }.map {
      .programMissing(name: $0)
    }
  }

  private func units() -> [BoxComplaint] {
    ["sathach.service", "sathach-backup.timer"].flatMap { unit -> [BoxComplaint] in
      guard let state = system.unitState(unit) else { return [] }
      guard system.has("/usr/lib/systemd/system/\(unit)") else { return [.unitMissing(name: unit)] }
      return state == "active" ? [] : [.unitNotRunning(name: unit, state: state)]
    }
  }
}
