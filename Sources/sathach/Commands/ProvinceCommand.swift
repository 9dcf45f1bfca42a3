import ArgumentParser
import Assessment
import Sealing
import Slip
import UseCases

struct ProvinceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "province", abstract: "The province's own key and the lists it signs.",
    subcommands: [ProvinceKey.self, ProvinceList.self])
}

struct ProvinceKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The key that lists are signed with.", subcommands: [ProvinceKeyNew.self])
}

/// Makes the province's key pair.
struct ProvinceKeyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key pair in a folder; prints the fingerprint to read out to the communes.")

  @Option(help: "The folder for province.key (secret) and province.pub.")
  var to: String

  func run() throws {
    try Command.reading { try FileSystem.makeFolder(to, mode: 0o700) }
    let file = KeyFile(folder: to, name: "province.key")
    guard !FileSystem.exists(file.path) else {
      throw Failure.refused("sathach: \(file.path) is there already; a key is never overwritten")
    }
    let key: SlipKey
    do {
      key = try SlipKey(seed: try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) })
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
    let anchor = try Anchor(publicKey: key.publicKey, sha256: Digest.sha256)
    try Command.reading { try FileSystem.write(key.publicKey.hex + "\n", to: to + "/province.pub", mode: 0o644) }
    Terminal.say("key \(key.kid.hex), fingerprint \(anchor.fingerprint)")
  }
}

struct ProvinceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Signed lists of keys and revoked slips.", subcommands: [ProvinceListSign.self])
}

/// Signs a list written as JSON.
struct ProvinceListSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a list of keys; prints the file that boxes import.",
    discussion: """
      The JSON file: {"keys": [{"public": HEX, "issuer": "02215-1", "fromSerial": 1, "withdrawnFromSerial": N}, …],
      "revoked": [{"issuer": "02215-1", "code": "16 or 12 digits"}, …]}. `sathach keys export` prints such keys.
      """)

  @Option(help: "The folder made by `province key new`.")
  var key: String

  @Option(help: "The number of the list, one more than the last.")
  var number: Int

  @Option(help: "The date of the list, YYYY-MM-DD (default: today).")
  var date: String?

  @Argument(help: "The JSON file.")
  var file: String

  func run() throws {
    let json: JSON
    do {
      json = try JSONReader.read(try Command.reading { try FileSystem.read(file) })
    } catch let fault as JSONFault {
      throw Failure.refused("sathach: \(file):\(fault.line): not readable as JSON: expected \(fault.expected)")
    }
    do {
      let list = try ProvinceListText(file: file).list(
        json, edition: try KeyList.Edition(number: number, issuedAt: try issuedAt()))
      let key = try SlipKey(seed: try KeyFile(folder: key, name: "province.key").read())
      let signature = key.sign(try KeyListFile.toBeSigned(list, kid: key.kid))
      Terminal.put(Array(try KeyListFile.text(list, kid: key.kid, signature: signature).utf8))
    } catch let error as SlipError {
      throw Failure.refused("sathach: \(file): \(SlipErrorWording.text(error))")
    } catch let error as SealingError {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func issuedAt() throws -> Int {
    guard let date else { return Int(SystemClock().now().seconds) }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard parts.count == 3 else { throw ValidationError("--date takes YYYY-MM-DD, not \(date)") }
    let day = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    guard day.isReal, parts[0] >= 1970 else { throw ValidationError("--date takes YYYY-MM-DD, not \(date)") }
    // Midnight in Vietnam.
    return day.dayNumber * 86_400 - 7 * 3_600
  }
}

/// The JSON that a province writes its list in.
struct ProvinceListText {
  let file: String

  func list(_ json: JSON, edition: KeyList.Edition) throws -> KeyList {
    // `keys export` prints the bare list of keys; both forms are taken.
    let isBare = if case .list = json.value { true } else { false }
    let keys = try elements(isBare ? json : json["keys"], "keys").map(key)
    let revoked = try json["revoked"].map { try elements($0, "revoked").map(slip) } ?? []
    return KeyList(edition: edition, keys: keys, revoked: Set(revoked))
  }

  private func elements(_ json: JSON?, _ name: String) throws -> [JSON] {
    guard let json, case .list(let elements) = json.value else {
      throw Failure.refused("sathach: \(file): \"\(name)\" must be a list")
    }
    return elements
  }

  private func key(_ json: JSON) throws -> KnownKey {
    guard let bytes = text(json, "public")?.hexBytes, let issuer = text(json, "issuer") else {
      throw Failure.refused(
        "sathach: \(file):\(json.line): a key needs \"public\" (64 hexadecimal digits) and \"issuer\"")
    }
    return try KnownKey(
      kid: try KeyID(publicKey: bytes, sha256: Digest.sha256), publicKey: bytes, issuer: try Issuer(issuer),
      fromSerial: integer(json, "fromSerial") ?? 1, withdrawnFromSerial: integer(json, "withdrawnFromSerial"))
  }

  private func slip(_ json: JSON) throws -> RevokedSlip {
    guard let issuer = text(json, "issuer"), let code = text(json, "code") else {
      throw Failure.refused("sathach: \(file):\(json.line): a revoked slip needs \"issuer\" and \"code\"")
    }
    let token = code.utf8.count == 12 ? try SlipToken(digits: code) : try SpokenCode(code).token
    return RevokedSlip(issuer: try Issuer(issuer), token: token)
  }

  private func text(_ json: JSON, _ name: String) -> String? {
    if case .text(let text)? = json[name]?.value { return text }
    return nil
  }

  private func integer(_ json: JSON, _ name: String) -> Int? {
    if case .integer(let number)? = json[name]?.value { return number }
    return nil
  }
}
