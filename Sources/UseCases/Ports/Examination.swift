/// The parts of a box that are looked at, in the order they are told in.
package enum ExaminedPart: String, Sendable, CaseIterable {
  case folder, settings, disk, clock, keys, database, log, staff, backups, mirror, bank, door, fonts, printer, sound,
    programs, units, updates
}

/// What may be wrong with a box. Each has a sentence and a cure in every language of its wording.
///
/// Texts inside are the operator's: paths, counts and the system's words; never names or numbers of people.
package enum BoxComplaint: Equatable, Sendable {
  case folderMissing(path: String)
  case openToOthers(path: String)
  /// It belongs to another user than the folder does.
  case foreignOwner(path: String)
  case settingsUnreadable(cause: String)
  case neverSetUp
  case diskTight(freeMegabytes: Int)
  case reserveGone
  case clockBehind(day: String)
  case clockUnsynchronised
  case keyUnreadable(cause: String)
  case provinceListMissing
  case provinceListUnreadable(cause: String)
  case databaseMissing
  case databaseDamaged(finding: String)
  case databaseUnreadable(cause: String)
  case logBroken(entry: Int64)
  case slipUnlogged(serial: Int64)
  case noOfficer
  case noBackupPlace
  case noRecoveryKey
  case backupPlaceMissing(path: String)
  case backupOnSameDisk(path: String)
  case backupOld(days: Int)
  case neverBackedUp
  case mirrorPlaceMissing(path: String)
  case bankUnreadable(cause: String)
  case bankFaulty(problems: Int, first: String)
  case webFilesMissing(names: String)
  case certificate(cause: String)
  case faceMissing(cause: String)
  case printerProgramMissing
  /// Of the printer in the settings, asked now.
  case printerTrouble(PrinterTrouble)
  /// The box serves, and nothing listens where the office's network is to find it.
  case doorShut(port: Int)
  case speechMissing
  case programMissing(name: String)
  case unitNotRunning(name: String, state: String)
  case unitMissing(name: String)
  case updateCut

  /// Whether somebody must act: the box does not do its work, or what people rely on is not so. The others may be meant so.
  package var isWrong: Bool {
    switch self {
    case .neverSetUp, .clockUnsynchronised, .provinceListMissing, .noOfficer, .noBackupPlace, .backupOnSameDisk,
      .reserveGone, .printerProgramMissing, .speechMissing, .unitMissing:
      false
    case .folderMissing, .openToOthers, .foreignOwner, .settingsUnreadable, .diskTight, .clockBehind, .keyUnreadable,
      .provinceListUnreadable, .databaseMissing, .databaseDamaged, .databaseUnreadable, .logBroken, .slipUnlogged,
      .noRecoveryKey, .backupPlaceMissing, .backupOld, .neverBackedUp, .mirrorPlaceMissing, .bankUnreadable,
      .bankFaulty, .webFilesMissing, .certificate, .faceMissing, .programMissing, .unitNotRunning, .updateCut,
      .printerTrouble, .doorShut:
      true
    }
  }
}

/// What was found at one part: no complaints where it is well.
package struct ExaminedFinding: Equatable, Sendable {
  package let part: ExaminedPart
  package let complaints: [BoxComplaint]

  package init(part: ExaminedPart, complaints: [BoxComplaint]) {
    self.part = part
    self.complaints = complaints
  }

  package var isWrong: Bool { complaints.contains(where: \.isWrong) }
}

/// Looks at everything a box needs beside its rules: files, programs, clock, copies. Slow; changes nothing.
package protocol BoxExamining: Sendable {
  func examine() -> [ExaminedFinding]
}
