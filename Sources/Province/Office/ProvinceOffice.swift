import Assessment
import UseCases

/// What officers of the province do, and everything they need for it. Verbs are extensions, one a file.
package struct ProvinceOffice {
  package typealias Store = ProvinceReports & BundleLedger & ProvinceKeys & ProvinceLists & ProvinceTargets
    & OfficerStore

  /// What stays the same over all requests.
  package struct Parts: Sendable {
    package let framework: Framework
    package let layout: ConfirmationLayout
    package let clock: any KioskClock
    package let chance: any Chance
    package let passwords: any PasswordHashing
    package let tries: any SignInTries
    package let sessions: any OfficerSessions
    package let spreadsheets: any SpreadsheetMaking
    package let tables: any TableReading
    package let digest: @Sendable ([UInt8]) -> [UInt8]
    package let runningDigest: @Sendable () -> any RunningDigest

    package init(
      framework: Framework, layout: ConfirmationLayout, clock: any KioskClock, chance: any Chance,
      passwords: any PasswordHashing, tries: any SignInTries, sessions: any OfficerSessions,
      spreadsheets: any SpreadsheetMaking, tables: any TableReading, digest: @escaping @Sendable ([UInt8]) -> [UInt8],
      runningDigest: @escaping @Sendable () -> any RunningDigest
    ) {
      self.framework = framework
      self.layout = layout
      self.clock = clock
      self.chance = chance
      self.passwords = passwords
      self.tries = tries
      self.sessions = sessions
      self.spreadsheets = spreadsheets
      self.tables = tables
      self.digest = digest
      self.runningDigest = runningDigest
    }
  }

  package let store: any Store
  package let secrets: any ProvinceSecrets
  package let parts: Parts

  package init(store: any Store, secrets: any ProvinceSecrets, parts: Parts) {
    self.store = store
    self.secrets = secrets
    self.parts = parts
  }

  package var now: Moment { parts.clock.now() }
  package var today: CivilDate { CivilDate(now) }
}

/// Why something that an officer asked for is not done.
package enum OfficeFault: Error, Equatable, Sendable {
  case staff(StaffFault)
  case confirmation(ConfirmationFault)
  case table(TableFault)
  /// Counts are kept for whole months, quarters, half years and years.
  case period
}
