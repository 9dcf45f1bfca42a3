import ArgumentParser
import Assessment
import Sealing
import Slip
import UseCases

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys slips are signed and checked with.",
    subcommands: [KeysExport.self, KeysAnchor.self, KeysImport.self, KeysRotate.self])
}

/// Prints the public half of this box's key: all another box needs to check its slips.
struct KeysExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print this box's public keys as JSON.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    let signing = try box.signing(creating: false)
    let former = try box.formerKeys()
    let own = try KnownKey(
      kid: signing.keyID, publicKey: signing.publicKey, issuer: try box.issuer(), fromSerial: former.nextSerial)
    Terminal.say(JSON(try (former.known() + [own]).map(json)))
  }

  private func json(_ key: KnownKey) -> JSON {
    JSON.object([
      "kid": JSON(key.kid.hex), "public": JSON(key.publicKey.hex), "issuer": JSON(key.issuer.text),
      "fromSerial": JSON(key.fromSerial),
      "withdrawnFromSerial": key.withdrawnFromSerial.map { JSON($0) } ?? JSON(.null),
    ])
  }
}

/// Installs the province's public key, once somebody has compared its fingerprint.
struct KeysAnchor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Trust the province's key; its fingerprint must be given as read out by the province.")

  @Argument(help: "A file with the public key, 64 hexadecimal digits.")
  var file: String

  @Option(help: "Six groups of five digits, from the province by another way than the file.")
  var fingerprint: String?

  @OptionGroup var options: BoxOptions

  func run() throws {
    let ring = KeyRingFiles(box: try options.existing())
    let text = try Command.reading { try FileSystem.text(file) }
    let anchor = try KeyRingFiles.anchor(from: text)
    guard let fingerprint else {
      throw Failure.refused(
        "the key's fingerprint is \(anchor.fingerprint); ask the province for theirs and give it with --fingerprint")
    }
    guard anchor.isConfirmed(by: fingerprint) else {
      throw Failure.refused(
        "sathach: the key's fingerprint is \(anchor.fingerprint), not the one given; nothing changed")
    }
    try Command.reading { try FileSystem.write(anchor.publicKey.hex + "\n", to: ring.anchorFile, mode: 0o600) }
    Terminal.say("the province's key \(anchor.kid.hex) is trusted from now on")
  }
}

/// Takes in a signed key list, if it is newer than the one held.
struct KeysImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in the province's signed key list; older or unsigned lists are refused.")

  @Argument(help: "The list file.")
  var file: String

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let ring = KeyRingFiles(box: try options.existing())
    let text = try Command.reading { try FileSystem.text(file) }
    let list: KeyList
    do {
      list = try ring.open(text, held: try ring.list()?.edition)
    } catch let error as SlipError {
      throw Failure.refused("sathach: \(file): \(SlipErrorWording.text(error))")
    }
    try Command.reading { try FileSystem.write(text, to: ring.listFile, mode: 0o600) }
    tell(list)
  }

  private func tell(_ list: KeyList) {
    let number = list.edition?.number ?? 0
    if report.json {
      Terminal.say(
        JSON.object([
          "number": JSON(number), "issuedAt": JSON(list.edition?.issuedAt ?? 0), "keys": JSON(list.keys.count),
          "revoked": JSON(list.revoked.count),
        ]))
    } else {
      Terminal.say("list \(number): \(list.keys.count) keys, \(list.revoked.count) revoked slips")
    }
  }
}

/// What many commands do with files.
enum Command {
  static func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as FileFault {
      throw Failure.couldNot("sathach: \(fault)")
    }
  }
}

extension Array where Element == UInt8 {
  var hex: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
