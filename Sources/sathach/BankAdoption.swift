import Assessment
import SQLiteStore
import Sealing
import UseCases

/// Brings the bank of the kiosk folder into the store, if its files changed since it was last read.
struct BankAdoption {
  let kiosk: KioskFolder
  let secrets: BoxSecrets

  /// - Throws: ``Failure`` where there is no bank to serve with. Damaged files beside a bank that is in force are told in
  ///   the log, and that bank serves on: nobody is stopped by a damaged file.
  func bring(into store: KioskStore) throws {
    do {
      let released = try Self.released(in: store)
      let fingerprint = try fingerprint(released)
      guard try store.bankFingerprint() != fingerprint else { return }
      let bank = try ItemBank.read(try kiosk.bankFiles() + released)
      let problems = BankSuccession(from: try store.itemsInForce(), to: bank).problems
      guard problems.isEmpty else { throw ItemBank.Faulty(problems: problems) }
      try adopt(bank, fingerprint: fingerprint, into: store)
    } catch let faulty as ItemBank.Faulty {
      for problem in faulty.problems.prefix(20) { Terminal.complain(problem.description) }
      try serveOn(
        with: store,
        orFail: .refused(
          "sathach: \(kiosk.path)/bank has \(faulty.problems.count) problems; `sathach check` lists them all"))
    } catch let fault as FileFault {
      try serveOn(with: store, orFail: .couldNot("sathach: \(fault)"))
    }
  }

  /// After a rebuild: what the file has lost of the bank is put back. A bank that cannot be read mends nothing.
  func mend(_ store: KioskStore) throws {
    guard let files = try? kiosk.bankFiles(), let bank = try? ItemBank.read(files + Self.released(in: store)) else {
      return
    }
    let count = try store.atomically { try store.fillGaps(of: bank) }
    if count > 0 { Log.write(.notice, "put back \(count) items of the bank") }
  }

  private func serveOn(with store: KioskStore, orFail failure: Failure) throws {
    guard try !store.audiences().isEmpty else { throw failure }
    Log.write(.error, "problem=bankFolder cause=\"\(failure.text)\" the bank read before serves on")
  }

  private func adopt(_ bank: ItemBank, fingerprint: [UInt8], into store: KioskStore) throws {
    let now = SystemClock().now()
    try store.atomically {
      if try store.adopt(bank, at: now) {
        let hash = secrets.sha256(bank.namingBytes)
        try store.append(Event(.bankAdopted, digest: hash, note: "items=\(bank.entries.count)"), at: now)
      }
      try store.keep(bankFingerprint: fingerprint)
    }
  }

  /// What officers of this box have released, as files beside those of the folder.
  static func released(in store: KioskStore) throws -> [ItemBank.File] {
    let contents = try store.releasedContents()
    return stride(from: 0, to: contents.count, by: 500).enumerated().map { number, start in
      let items = contents[start..<min(start + 500, contents.count)].joined(separator: [UInt8(ascii: ",")])
      return ItemBank.File(
        path: "\(ItemBank.released)\(number).json", bytes: Array("{\"items\":[".utf8) + items + Array("]}".utf8))
    }
  }

  /// SHA-256 over the files' names and hashes, in order of names. One file at a time is in memory: nearly every start finds
  /// the bank as it was, and would keep what it read of it.
  private func fingerprint(_ released: [ItemBank.File]) throws -> [UInt8] {
    var facts: [UInt8] = []
    for file in released { facts += Array(file.path.utf8) + [0] + secrets.sha256(file.bytes) }
    for name in try kiosk.bankNames() {
      let file = try kiosk.bankFile(name)
      facts += Array(name.utf8) + [0] + secrets.sha256(file.bytes.isEmpty ? Array(String(file.size).utf8) : file.bytes)
    }
    return secrets.sha256(facts)
  }
}
