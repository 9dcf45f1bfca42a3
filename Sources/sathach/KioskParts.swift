import Assessment
import Printing
import QRSymbols
import SQLiteStore
import Sealing
import Spreadsheets
import UseCases

/// What the parts of a kiosk are on this box, and what a command may set otherwise.
struct KioskParts: Sendable {
  let secrets: BoxSecrets
  let signing: BoxSigning
  let keyRing: KeyRingFiles
  let press: any PaperDrawing
  let reader: any SymbolReading
  let tables: any TableReading
  let items: ItemParts
  let sounds: SoundFolder
  let office: Office
  var made = Release.day
  var clock: any KioskClock = SystemClock()
  var chance: any Chance = SystemChance()
  var servings: any Servings = ServedPages()
  var presences: any Presences = SeenScreens()
  var enrolments: any Enrolments = EnrolmentCodes()
  var doors: any DoorFacts = OpenDoors()
  var backups: any BackupFacts = NoBackups()
  var bundles: any BundleFacts = NoBundles()
  var lookups: any Lookups = LookupLimits()
  var clockWatch: any ClockWatch = TrustedClock()
  var watch: any BoxWatch
  var examiner: any BoxExamining
  var screen: any KioskScreen = SessionFlag()
  var printer: any SheetPrinter = NoPrinter()
  var firstRun: any FirstRun = NoFirstRun()
  var staff = StaffParts(
    passwords: PasswordHashes(), authenticator: TOTP(), tries: SignInLimits(), presence: StaffPresences())

  /// - Parameter rules: an editor's, of the bank's folder.
  init(box: BoxFolder, secrets: BoxSecrets, signing: BoxSigning, office: Office, rules: EditorialRules? = nil) {
    self.secrets = secrets
    self.signing = signing
    self.office = office
    keyRing = KeyRingFiles(box: box)
    watch = DiskWatch(folder: box.path)
    press = LatePress()
    examiner = BoxExaminer(box: box, kiosk: KioskFolder.find(nil))
    sounds = SoundFolder(box: box)
    reader = SymbolReadBack(program: KioskFolder.binaryFolder + "/sathach-symbols")
    let program = KioskFolder.binaryFolder + "/sathach-import"
    tables = ForeignTables(program: program)
    items = ItemParts(reading: ForeignItems(program: program), kept: KeptItemFiles(), rules: rules)
  }

  func kiosk(_ store: KioskStore) -> Kiosk {
    Kiosk(store: store, parts: joined())
  }

  func joined() -> Kiosk.Parts {
    Kiosk.Parts(
      clock: clock, chance: chance, servings: servings, presences: presences, secrets: secrets, signing: signing,
      drawing: QRPainter(), choosing: SeededDraw(), keyRing: keyRing, lookups: lookups, press: press, reader: reader,
      staff: staff, enrolments: enrolments, doors: doors, spreadsheets: Spreadsheets(), tables: tables, items: items,
      backups: backups, bundles: bundles, sounds: sounds,
      office: office, made: made, clockWatch: clockWatch, watch: watch, screen: screen, printer: printer,
      examiner: examiner, firstRun: firstRun)
  }
}

/// A command makes no backups beside its work.
struct NoBackups: BackupFacts {
  func state() -> BackupState { BackupState() }
  func request() -> Bool { false }
}

/// Nor are bundles asked for where nobody serves.
struct NoBundles: BundleFacts {
  func state() -> BundleState { BundleState() }
  func request(by account: StaffID) -> Bool { false }
}

/// What this program is.
enum Release {
  /// Moved with every release: no slip is dated before it.
  static let day = CivilDate(year: 2026, month: 11, day: 20)
}

/// Looks for a type face when the first sheet is drawn: a box without one still tests people.
struct LatePress: PaperDrawing {
  func raster(of paper: Paper, on size: PaperSize) throws -> Raster {
    try PaperPress().raster(of: paper, on: size)
  }

  func picture(of raster: Raster) throws -> [UInt8] {
    try PNGImage(raster).bytes
  }
}
