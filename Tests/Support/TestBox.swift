import Assessment
import Glibc
import Printing
import QRSymbols
import SQLiteStore
import Sealing
import Slip
import Spreadsheets
import UseCases
import Web

/// A whole box without sockets and threads: the real store on a real file, the real seals and symbols, a clock that stands.
package final class TestBox {
  package let folder: String
  package let store: KioskStore
  package let clock: TestClock
  package let secrets: BoxSecrets
  package let signing: BoxSigning
  package let passwords = TestPasswords()
  package let doors = TestDoors()
  package let backups = TestBackups()
  package let bundles = TestBundles()
  package let kiosk: Kiosk
  package let site: Site
  package let clockWatch: TestClockWatch
  package let watch = TestWatch()
  package let screen = TestScreen()
  package let examiner = TestExaminer()
  package let printer = TestPrinter()
  package let firstRun: TestFirstRun

  /// - Parameters:
  ///   - today: the wall clock to begin with.
  ///   - rules: an editor's.
  ///   - others: keys of other boxes that this one knows.
  ///   - anchor: the fingerprint of the province's key.
  package init(
    bank: ItemBank? = nil, seed: UInt64 = 1, isSample: Bool = false, today: Moment = World.morning,
    opensDeskAtKiosk: Bool = false, isBeingSetUp: Bool = false, others: [KnownKey] = [],
    seatsThemselves: Bool = true, rules: EditorialRules? = nil,
    sounds: TestSounds = TestSounds(), tongues: [Tongue] = [], anchor: String? = nil
  ) throws {
    folder = try Self.temporaryFolder()
    firstRun = TestFirstRun(isOpen: isBeingSetUp)
    clock = TestClock(today)
    clockWatch = TestClockWatch(clock, made: CivilDate(year: 2026, month: 11, day: 20))
    secrets = try BoxSecrets(dataKey: [UInt8](repeating: 7, count: 32))
    signing = try BoxSigning(seed: [UInt8](repeating: 9, count: 32))
    let key = try KnownKey(kid: signing.keyID, publicKey: signing.publicKey, issuer: try Issuer("99999-1"))
    let keys = KeyList(keys: [key] + others)
    store = try KioskStore.writer(at: folder + "/sathach.db", secrets: secrets)
    let parts = Kiosk.Parts(
      clock: clock, chance: TestChance(seed: seed), servings: TestServings(), presences: TestPresences(),
      secrets: secrets, signing: signing, drawing: QRPainter(), choosing: SeededDraw(),
      keyRing: TestKeyRing(list: keys, anchor: anchor),
      lookups: TestLookups(), press: try PaperPress(), reader: TestReader(),

      staff: StaffParts(
        passwords: passwords, authenticator: TOTP(), tries: TestTries(), presence: TestPresence()),
      enrolments: TestEnrolments(), doors: doors, spreadsheets: Spreadsheets(), tables: TestTables(),
      items: ItemParts(reading: TestItemFiles(), kept: TestItemLedger(), rules: rules),
      backups: backups,
      bundles: bundles,
      sounds: sounds,
      office: Office(
        name: "UBND xã Thử", issuer: try Issuer("99999-1"), bootCounter: 1, letsPeopleSeatThemselves: seatsThemselves),
      made: CivilDate(year: 2026, month: 11, day: 20), clockWatch: clockWatch, watch: watch, screen: screen,
      printer: printer, examiner: examiner, firstRun: firstRun)
    kiosk = Kiosk(store: store, parts: parts)
    site = Site(
      assets: Assets([], palette: try ShippedWeb.palette(), sha256: secrets.sha256), isSample: isSample,
      doors: DoorRules(opensDeskAtKiosk: opensDeskAtKiosk, opensSetup: isBeingSetUp), tongues: tongues,
      guides: try ShippedWeb.guides())
    _ = try store.adopt(bank ?? SampleBank.make(), at: clock.now())
  }

  deinit {
    for name in ["sathach.db", "sathach.db-wal", "sathach.db-shm"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  package func session(_ number: UInt8) throws -> SessionID {
    guard let session = SessionID([UInt8](repeating: number, count: 16)) else { throw Unexpected() }
    return session
  }

  package struct Unexpected: Error {
    package init() {}
  }

  private static func temporaryFolder() throws -> String {
    var template = Array("/tmp/sathach-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Unexpected() }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension TestBox {
  /// Seats bà Hoa at a new tested attempt.
  package func seatHoa(session: SessionID) throws -> Attempt.ID {
    let id = try kiosk.beginTested(for: SampleBank.audience, noticeVersion: 2, session: session)
    let hoa = try kiosk.candidate(from: .card(World.hoa))
    return try kiosk.seat(hoa, at: id, isConfirmed: false, session: session)
  }

  package func record(_ id: Attempt.ID) throws -> AttemptRecord {
    guard let record = try store.attempt(id) else { throw Unexpected() }
    return record
  }

  /// Answers every item from where the attempt stands to the review, so many of the scored ones right.
  package func answerAll(_ id: Attempt.ID, right: Int) throws {
    var left = right
    for _ in 0..<60 {
      let record = try record(id)
      let place = record.attempt.place
      let view = try kiosk.show(place, of: record)
      var page = Submission.nothing
      if !view.isAnswered {
        page = SampleBank.page(place.part == .warmUp || left > 0 ? SampleBank.key : SampleBank.wrong)
        if place.part == .scored { left -= 1 }
      }
      if try kiosk.recordResponse(page, isMarked: false, at: place, step: .next, of: record) == .review { return }
    }
    throw Unexpected()
  }
}

/// The keys a test gives its box.
struct TestKeyRing: KeyRing {
  let list: KeyList
  var anchor: String?

  func keys() throws -> KeyList { list }
  func provinceList() throws -> HeldKeyList? { nil }
  func anchorFingerprint() throws -> String? { anchor }
  func provinceAnchor() throws -> Anchor? { try anchor.map { _ in try TestProvince.anchor() } }

  func keepList(_ text: String) throws -> KeyList.Edition? {
    guard anchor != nil else { throw UseCaseError.keyList(.noAnchor) }
    guard text.hasPrefix("list ") else { throw UseCaseError.keyList(.unreadable(.listAltered)) }
    throw UseCaseError.keyList(.notNewer(held: 3))
  }
}
