import Assessment
import Slip

/// Who runs this box and what it is called outside.
package struct Office: Sendable, Equatable {
  package let name: String
  package let issuer: Issuer
  /// Counts the starts of the service on this box.
  package let bootCounter: Int
  /// Whether a test may begin at the kiosk without the desk.
  package let letsPeopleSeatThemselves: Bool
  /// What the boxes were called that this one was restored from: their slips are in its store.
  package let formerIssuers: [Issuer]

  package init(
    name: String, issuer: Issuer, bootCounter: Int, letsPeopleSeatThemselves: Bool = true,
    formerIssuers: [Issuer] = []
  ) {
    self.name = name
    self.issuer = issuer
    self.formerIssuers = formerIssuers
    self.bootCounter = bootCounter
    self.letsPeopleSeatThemselves = letsPeopleSeatThemselves
  }

  /// Whether slips of this box are to be found here.
  package func keepsSlips(of issuer: Issuer) -> Bool {
    issuer == self.issuer || formerIssuers.contains(issuer)
  }
}

/// Everything the verbs stand on, in one value that is passed whole. Each verb is an extension in a file of its own.
///
/// A kiosk is bound to one database connection: the writer's, inside its transaction, or a reader's. Verbs that change
/// something must only be called on the writer's.
package struct Kiosk {
  package typealias Store = ContentStore & AttemptStore & PersonStore & SessionStore & SlipStore & EventLog
    & AccountStore & StaffSessionStore
    & DeskStore & BoardQueries & AssistanceQueries & DeviceStore & OfficeListStore & RecordStore & ReportStore
    & TallyStore & ClassroomStore & ConfirmationStore & RuleStore & PlanStore & ReturnStore
    & DraftStore & ResultStore & BoxHealthStore & StatisticsStore & VoiceStore & EvidenceStore
    & PrivacyStore & BundleStore

  package let store: any Store
  /// What does not hang on the connection: one object for all kiosks of a box, so that a kiosk costs nothing to make or
  /// to hand on.
  package let parts: Parts

  package init(store: any Store, parts: Parts) {
    self.store = store
    self.parts = parts
  }

  package var clock: any KioskClock { parts.clock }
  package var chance: any Chance { parts.chance }
  package var servings: any Servings { parts.servings }
  package var presences: any Presences { parts.presences }
  package var secrets: any Secrets { parts.secrets }
  package var signing: any SlipSigning { parts.signing }
  package var drawing: any SymbolDrawing { parts.drawing }
  package var choosing: any FormChoosing { parts.choosing }
  package var keyRing: any KeyRing { parts.keyRing }
  package var lookups: any Lookups { parts.lookups }
  package var press: any PaperDrawing { parts.press }
  package var reader: any SymbolReading { parts.reader }
  package var staff: StaffParts { parts.staff }
  package var office: Office { parts.office }
  package var enrolments: any Enrolments { parts.enrolments }
  package var doors: any DoorFacts { parts.doors }
  package var spreadsheets: any SpreadsheetMaking { parts.spreadsheets }
  package var tables: any TableReading { parts.tables }
  package var items: ItemParts { parts.items }
  package var backups: any BackupFacts { parts.backups }
  package var bundles: any BundleFacts { parts.bundles }
  package var sounds: any SoundFiles { parts.sounds }
  package var made: CivilDate { parts.made }
  package var clockWatch: any ClockWatch { parts.clockWatch }
  package var watch: any BoxWatch { parts.watch }
  package var screen: any KioskScreen { parts.screen }
  package var printer: any SheetPrinter { parts.printer }
  package var firstRun: any FirstRun { parts.firstRun }
}

extension Kiosk {
  package final class Parts: Sendable {
    let clock: any KioskClock
    let chance: any Chance
    let servings: any Servings
    let presences: any Presences
    let secrets: any Secrets
    let signing: any SlipSigning
    let drawing: any SymbolDrawing
    let choosing: any FormChoosing
    let keyRing: any KeyRing
    let lookups: any Lookups
    let press: any PaperDrawing
    let reader: any SymbolReading
    let staff: StaffParts
    let enrolments: any Enrolments
    let doors: any DoorFacts
    let spreadsheets: any SpreadsheetMaking
    let tables: any TableReading
    let items: ItemParts
    let backups: any BackupFacts
    let bundles: any BundleFacts
    let sounds: any SoundFiles
    let office: Office
    /// The day this program was made: a clock that shows an earlier one is wrong.
    let made: CivilDate
    let clockWatch: any ClockWatch
    let watch: any BoxWatch
    let screen: any KioskScreen
    let examiner: any BoxExamining
    package let printer: any SheetPrinter
    let firstRun: any FirstRun

    package init(
      clock: any KioskClock, chance: any Chance, servings: any Servings, presences: any Presences,
      secrets: any Secrets, signing: any SlipSigning, drawing: any SymbolDrawing, choosing: any FormChoosing,
      keyRing: any KeyRing, lookups: any Lookups, press: any PaperDrawing, reader: any SymbolReading,
      staff: StaffParts, enrolments: any Enrolments, doors: any DoorFacts, spreadsheets: any SpreadsheetMaking,
      tables: any TableReading, items: ItemParts, backups: any BackupFacts, bundles: any BundleFacts,
      sounds: any SoundFiles, office: Office, made: CivilDate,
      clockWatch: any ClockWatch, watch: any BoxWatch, screen: any KioskScreen,
      printer: any SheetPrinter, examiner: any BoxExamining, firstRun: any FirstRun
    ) {
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
      self.enrolments = enrolments
      self.doors = doors
      self.spreadsheets = spreadsheets
      self.tables = tables
      self.items = items
      self.backups = backups
      self.bundles = bundles
      self.sounds = sounds
      self.office = office
      self.made = made
      self.clockWatch = clockWatch
      self.watch = watch
      self.screen = screen
      self.examiner = examiner
      self.printer = printer
      self.firstRun = firstRun
    }
  }
}
