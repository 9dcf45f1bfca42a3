import Assessment
import Slip

/// Who runs this box and what it is called outside.
package struct Office: Sendable, Equatable {
  package let name: String
  package let issuer: Issuer
  /// Counts the starts of the service on this box.
  package let bootCounter: Int

  package init(name: String, issuer: Issuer, bootCounter: Int) {
    self.name = name
    self.issuer = issuer
    self.bootCounter = bootCounter
  }
}

/// Everything the verbs stand on, in one value that is passed whole. Each verb is an extension in a file of its own.
///
/// A kiosk is bound to one database connection: the writer's, inside its transaction, or a reader's. Verbs that change
/// something must only be called on the writer's.
package struct Kiosk {
  package typealias Store = ContentStore & AttemptStore & PersonStore & SessionStore & SlipStore & EventLog
    & AccountStore & StaffSessionStore
    & DeskStore & DeviceStore & OfficeListStore & RecordStore & DraftStore & ResultStore

  package let store: any Store
  package let clock: any KioskClock
  package let chance: any Chance
  package let servings: any Servings
  package let presences: any Presences
  package let secrets: any Secrets
  package let signing: any SlipSigning
  package let drawing: any SymbolDrawing
  package let choosing: any FormChoosing
  package let keyRing: any KeyRing
  package let lookups: any Lookups
  package let press: any PaperDrawing
  package let reader: any SymbolReading
  package let staff: StaffParts
  package let office: Office
  /// The day this program was made: a clock that shows an earlier one is wrong.
  package let made: CivilDate

  package init(
    store: any Store, clock: any KioskClock, chance: any Chance, servings: any Servings, presences: any Presences,
    secrets: any Secrets, signing: any SlipSigning, drawing: any SymbolDrawing, choosing: any FormChoosing,
    keyRing: any KeyRing, lookups: any Lookups, press: any PaperDrawing, reader: any SymbolReading, staff: StaffParts,
    office: Office, made: CivilDate
  ) {
    self.store = store
    self.clock = clock
    self.chance = chance
    self.servings = servings
    self.presences = presences
    self.secrets = secrets
    self.signing = signing
    self.drawing = drawing
    self.choosing = choosing
    self.keyRing = keyRing
    self.lookups = lookups
    self.press = press
    self.reader = reader
    self.staff = staff
    self.office = office
    self.made = made
  }
}
