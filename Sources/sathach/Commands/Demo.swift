import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// Fills a fresh folder with sample people and attempts, marked as samples for ever.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make sample data: the same seed gives the same people, attempts and answers.")

  @Option(help: "How many people.") var people = 40
  @Option(help: "How many attempts.") var attempts = 60
  @Option(help: "The seed.") var seed: UInt64 = 1
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var options: BoxOptions

  func validate() throws {
    guard (1...1_000_000).contains(people), (0...10_000_000).contains(attempts) else {
      throw ValidationError("--people takes 1 to 1,000,000 and --attempts 0 to 10,000,000")
    }
  }

  func run() throws {
    let box = options.box
    do {
      try make(in: box)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private static let office = "UBND xã Mẫu"

  private func make(in box: BoxFolder) throws {
    let isNew = !FileSystem.exists(box.database)
    try box.make()
    let lock = try FolderLock(folder: box.path)
    defer { withExtendedLifetime(lock) {} }
    try refuseRealData(box, isNew: isNew)
    if isNew {
      try FileSystem.write(
        "Dữ liệu mẫu, không có giá trị. Sample data, worth nothing.\n", to: box.sampleMark, mode: 0o600)
      try FileSystem.write("office = \(Self.office)\ndesk-at-kiosk = on\n", to: box.settingsFile, mode: 0o600)
      try makeKeys(box)
    }
    let secrets = try box.secrets(creating: true)
    let store = try KioskStore.writer(at: box.database, secrets: secrets)
    let bank = try ItemBank.read(try KioskFolder.find(kiosk).bankFiles())
    try fill(store, bank: bank, box: box, secrets: secrets)
  }

  private func fill(_ store: KioskStore, bank: ItemBank, box: BoxFolder, secrets: BoxSecrets) throws {
    let first = CivilDate(dayNumber: SampleAttempts.lastDay.dayNumber - SampleAttempts.days)
    let clock = SampleClock(Moment(milliseconds: Int64(first.dayNumber) * 86_400_000))
    let audiences = bank.framework.audiences.compactMap { audience in
      bank.notice(for: audience.id).map { (id: audience.id, notice: $0.version) }
    }
    guard !audiences.isEmpty else {
      throw Failure.refused("sathach: the bank has no audience")
    }
    try store.atomically { _ = try store.adopt(bank, at: clock.now()) }
    var parts = KioskParts(
      box: box, secrets: secrets, signing: try box.signing(creating: true),
      office: Office(name: Self.office, issuer: .sample, bootCounter: 1))
    parts.clock = clock
    parts.made = first
    parts.chance = SeededChance(seed: seed ^ 0x5A7)
    let kiosk = parts.kiosk(store)
    try store.atomically { try LayoutAdoption(kiosk: KioskFolder.find(self.kiosk)).bring(into: kiosk) }
    let desk = try SampleDesk(kiosk: kiosk, store: store)
    var samples = SampleAttempts(
      store: store, kiosk: kiosk, clock: clock, audiences: audiences, desk: desk)
    let isTerminal = isatty(STDERR_FILENO) == 1
    try samples.make(people: people, attempts: attempts, seed: seed) { done in
      if isTerminal { Terminal.complain("\(done) of \(attempts) attempts") }
    }
    Terminal.say("\(box.path): \(people) sample people, \(attempts) sample attempts")
  }

  private func refuseRealData(_ box: BoxFolder, isNew: Bool) throws {
    if !isNew, !box.isSample {
      throw Failure.refused("sathach: \(box.path) holds real attempts; sample data needs a folder of its own")
    }
    if !isNew {
      throw Failure.refused("sathach: \(box.path) holds sample data already; give a fresh folder")
    }
  }

  /// Keys of samples come from the seed, so that slips do too; they are worth nothing and guard nothing.
  private func makeKeys(_ box: BoxFolder) throws {
    for name in ["data.key", "slip.key"] {
      let key = Digest.sha256(Array("sathach demo \(seed) \(name)".utf8))
      _ = try KeyFile(folder: box.keys, name: name).readOrCreate { key }
    }
  }
}
