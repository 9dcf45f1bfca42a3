import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
import Slip
import UseCases

/// Writes the log and the slips for an auditor who trusts neither this program nor this box.
struct AuditExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the event log and the slips as JSON Lines into a new folder; the format is in AuditExport.md.")

  @Option(help: "The folder to make.") var to: String
  @OptionGroup var options: BoxOptions

  func run() throws {
    let box = try options.existing()
    let office = try box.office()
    let signing = try box.signing(creating: false)
    let kiosk = KioskParts(
      box: box, secrets: try box.secrets(creating: false), signing: signing, office: office
    ).kiosk(try box.openReading())
    guard !FileSystem.exists(to) else { throw Failure.refused("sathach: \(to) exists; expected a folder to be made") }
    try Command.reading {
      try FileSystem.makeFolder(to, mode: 0o700)
      let keys = try kiosk.publishKeys()
      let counts = try kiosk.store.reading { try write(kiosk.store, issuer: office.issuer) }
      try FileSystem.write(
        String(decoding: head(counts, keys, issuer: office.issuer).canonicalBytes, as: UTF8.self) + "\n",
        to: to + "/audit.json", mode: 0o600)
    }
    Terminal.say("written into \(to): audit.json, log.jsonl, slips.jsonl")
  }

  private struct Counts {
    var entries = 0
    var slips = 0
    var boots: Int64 = 0
  }

  private func write(_ store: any EvidenceStore & SlipStore, issuer: Issuer) throws -> Counts {
    var counts = Counts()
    let log = try LineFile(to + "/log.jsonl")
    try store.logged { entry in
      counts.entries += 1
      try log.put(Self.json(entry))
    }
    try log.close()
    let slips = try LineFile(to + "/slips.jsonl")
    var page = try store.slips(after: 0, most: 500)
    while let end = page.last {
      for slip in page { try slips.put(Self.json(slip)) }
      counts.slips += page.count
      page = try store.slips(after: end.serial, most: 500)
    }
    try slips.close()
    counts.boots = try store.bootCount()
    return counts
  }

  private static func json(_ entry: LoggedEvent) -> JSON {
    JSON.object([
      "at": JSON(Int(entry.at.milliseconds)), "attempt": entry.attempt.map { JSON(Int($0)) } ?? JSON(.null),
      "digest": JSON(entry.digest.hex), "hash": JSON(entry.hash.hex), "id": JSON(Int(entry.id)),
      "kind": JSON(entry.kind), "note": JSON(entry.note),
    ])
  }

  private static func json(_ slip: StoredSlip) -> JSON {
    JSON.object([
      "attempt": JSON(Int(slip.attempt)), "serial": JSON(Int(slip.serial)), "text": JSON(SlipText.encode(slip.bytes)),
    ])
  }

  private func head(_ counts: Counts, _ keys: PublishedKeys, issuer: Issuer) -> JSON {
    let own = keys.own.map { key in
      JSON.object([
        "fromSerial": JSON(key.fromSerial), "issuer": JSON(key.issuer.text), "kid": JSON(key.kid.hex),
        "public": JSON(key.publicKey.hex),
      ])
    }
    return JSON.object([
      "anchor": keys.province.map { JSON($0.anchor.hex) } ?? JSON(.null), "boots": JSON(Int(counts.boots)),
      "entries": JSON(counts.entries), "exportedAt": JSON(Int(keys.madeAt.seconds)),
      "format": "sathach audit export 1", "issuer": JSON(issuer.text),
      "keyList": keys.province.map { JSON($0.text) } ?? JSON(.null), "keys": JSON(own),
      "slips": JSON(counts.slips),
    ])
  }
}

/// A file written line by line, so that no log is too long for the memory.
private final class LineFile {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws {
    self.path = path
    guard let file = fopen(path, "wxe") else { throw FileFault(path: path, action: "make", code: errno) }
    self.file = file
    fchmod(fileno(file), 0o600)
  }

  func put(_ json: JSON) throws {
    let bytes = json.canonicalBytes + [0x0a]
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw fault }
  }

  func close() throws {
    guard fflush(file) == 0, fsync(fileno(file)) == 0, fclose(file) == 0 else { throw fault }
  }

  private var fault: FileFault { FileFault(path: path, action: "write", code: errno) }
}
