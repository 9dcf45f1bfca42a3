import ArgumentParser
import Assessment
import PostgresStore
import Province
import Sealing
import Slip

/// Takes in public keys of boxes.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Take in boxes' public keys, as `sathach keys export` prints them; a withdrawal is never taken back.")

  @Argument(help: "Files of JSON: a list of keys, or {\"keys\": […]}.")
  var files: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    var keys: [KnownKey] = []
    for file in files { keys += try KeyFileText(file: file).keys() }
    let store = try store.open()
    try store.atomically { try store.keep(keys) }
    Terminal.say("\(keys.count) keys")
  }
}

/// The JSON that boxes print their keys in.
struct KeyFileText {
  let file: String

  func keys() throws -> [KnownKey] {
    let json: JSON
    do {
      json = try JSONReader.read(try Files.read(file))
    } catch let fault as JSONFault {
      throw Failure.refused("\(file):\(fault.line): not readable as JSON: expected \(fault.expected)")
    }
    do {
      return try keys(in: json)
    } catch let error as SlipError {
      throw Failure.refused("\(file): \(SlipErrorWording.text(error))")
    }
  }

  /// A bare list of keys, as `keys export` prints it, or one that stands as "keys".
  func keys(in json: JSON) throws -> [KnownKey] {
    let list = if case .list = json.value { json } else { json["keys"] }
    guard let list, case .list(let elements) = list.value else {
      throw Failure.refused("\(file): \"keys\" must be a list")
    }
    return try elements.map(key)
  }

  private func key(_ json: JSON) throws -> KnownKey {
    guard case .text(let hex)? = json["public"]?.value, let bytes = Hex.bytes(hex),
      case .text(let issuer)? = json["issuer"]?.value
    else {
      throw Failure.refused("\(file):\(json.line): a key needs \"public\" (64 hexadecimal digits) and \"issuer\"")
    }
    return try KnownKey(
      kid: try KeyID(publicKey: bytes, sha256: Digest.sha256), publicKey: bytes, issuer: try Issuer(issuer),
      fromSerial: integer(json, "fromSerial") ?? 1, withdrawnFromSerial: integer(json, "withdrawnFromSerial"))
  }

  private func integer(_ json: JSON, _ name: String) -> Int? {
    if case .integer(let number)? = json[name]?.value { return number }
    return nil
  }
}
