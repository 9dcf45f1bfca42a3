import ArgumentParser
import Assessment
import Glibc
import PostgresStore
import Province
import Sealing
import Slip

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Signed lists of keys and revoked slips.",
    subcommands: [ListSign.self, ListMake.self])
}

/// Signs a list written as JSON.
struct ListSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a list of keys; prints the file that boxes import.",
    discussion: """
      The JSON file: {"keys": [{"public": HEX, "issuer": "02215-1", "fromSerial": 1, "withdrawnFromSerial": N}, …],
      "revoked": [{"issuer": "02215-1", "code": "16 or 12 digits"}, …]}. `sathach keys export` prints such keys.
      """)

  @Option(help: "The folder made by `key new`.")
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
      json = try JSONReader.read(try Files.read(file))
    } catch let fault as JSONFault {
      throw Failure.refused("\(file):\(fault.line): not readable as JSON: expected \(fault.expected)")
    }
    do {
      let edition = try KeyList.Edition(number: number, issuedAt: try issuedAt())
      Terminal.put(Array(try SignedList(folder: key).text(try ListText(file: file).list(json, edition: edition)).utf8))
    } catch let error as SlipError {
      throw Failure.refused("\(file): the list does not hold: \(SlipErrorWording.text(error))")
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

/// Signs what the database knows: every box's keys with their ends, and every slip taken back.
struct ListMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Sign a list of all keys and revoked slips in the database, and give it out.",
    discussion: """
      Written to DATA/lists/key-list.txt, where boxes fetch it and sticks take it from. Nothing is written where the list
      in force says the same.
      """)

  @OptionGroup var folder: FolderOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let folder = try folder.prepared()
    let store = try store.open()
    if mkdir(folder.lists, 0o755) != 0, errno != EEXIST { throw Files.fault(folder.lists) }
    let path = "\(folder.lists)/\(PublishedFolder.keyList)"
    let signed = SignedList(folder: folder.keys)
    do {
      let held = access(path, F_OK) == 0 ? try signed.open(String(decoding: Files.read(path), as: UTF8.self)) : nil
      let edition = try KeyList.Edition(
        number: (held?.edition?.number ?? 0) + 1, issuedAt: Int(SystemClock().now().seconds))
      let list = KeyList(edition: edition, keys: try store.keys(), revoked: Set(try store.revokedSlips()))
      if let held, try KeyList(edition: held.edition, keys: list.keys, revoked: list.revoked).payload == held.payload {
        return Terminal.say("list \(held.edition?.number ?? 0) in force says the same")
      }
      try Files.write(Array(try signed.text(list).utf8), to: path, mode: 0o644)
      Terminal.say("list \(edition.number): \(list.keys.count) keys, \(list.revoked.count) revoked slips, \(path)")
    } catch let error as SlipError {
      throw Failure.refused("the list does not hold: \(SlipErrorWording.text(error))")
    }
  }
}

/// Lists under the province's key.
struct SignedList {
  /// With `province.key` in it.
  let folder: String

  private func key() throws -> SlipKey {
    let path = "\(folder)/\(KeyNew.secretName)"
    guard access(path, F_OK) == 0 else {
      throw Failure.couldNot("\(path) is not there; `sathach-province key new --to \(folder)` makes a pair")
    }
    return try SlipKey(seed: try KeyFile(folder: folder, name: KeyNew.secretName).read())
  }

  func text(_ list: KeyList) throws -> String {
    let key = try key()
    return try KeyListFile.text(
      list, kid: key.kid, signature: key.sign(try KeyListFile.toBeSigned(list, kid: key.kid)))
  }

  /// One of the province's own.
  func open(_ text: String) throws -> KeyList {
    let anchor = try Anchor(publicKey: try key().publicKey, sha256: Digest.sha256)
    return try KeyListFile.open(text, anchor: anchor, held: nil, check: Ed25519.verify, sha256: Digest.sha256)
  }
}

/// The JSON that a province writes its list in.
struct ListText {
  let file: String

  func list(_ json: JSON, edition: KeyList.Edition) throws -> KeyList {
    let keys = try KeyFileText(file: file).keys(in: json)
    let revoked = try json["revoked"].map { try elements($0, "revoked").map(slip) } ?? []
    return KeyList(edition: edition, keys: keys, revoked: Set(revoked))
  }

  private func elements(_ json: JSON?, _ name: String) throws -> [JSON] {
    guard let json, case .list(let elements) = json.value else {
      throw Failure.refused("\(file): \"\(name)\" must be a list")
    }
    return elements
  }

  private func slip(_ json: JSON) throws -> RevokedSlip {
    guard case .text(let issuer)? = json["issuer"]?.value, case .text(let code)? = json["code"]?.value else {
      throw Failure.refused("\(file):\(json.line): a revoked slip needs \"issuer\" and \"code\"")
    }
    let token = code.utf8.count == 12 ? try SlipToken(digits: code) : try SpokenCode(code).token
    return RevokedSlip(issuer: try Issuer(issuer), token: token)
  }
}
