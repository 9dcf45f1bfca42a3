import ArgumentParser
import Glibc
import PostgresStore
import Sealing
import Slip

/// The province's key of lists, and the boxes' keys it believes.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The key that lists and answers are signed with.", subcommands: [KeyNew.self])
}

/// Makes the province's key pair.
struct KeyNew: ParsableCommand {
  static let secretName = "province.key"
  static let publicName = "province.pub"

  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key pair in a folder; prints the fingerprint to read out to the communes.",
    discussion: "The server signs answers with the pair in DATA/keys.")

  @Option(help: "The folder for province.key (secret) and province.pub.")
  var to: String

  func run() throws {
    if mkdir(to, 0o700) != 0, errno != EEXIST { throw Files.fault(to) }
    let file = KeyFile(folder: to, name: Self.secretName)
    guard access(file.path, F_OK) != 0 else {
      throw Failure.refused("\(file.path) is there already; a key is never overwritten")
    }
    let key = try SlipKey(seed: try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) })
    let anchor = try Anchor(publicKey: key.publicKey, sha256: Digest.sha256)
    try Files.write(Array((Hex.text(key.publicKey) + "\n").utf8), to: "\(to)/\(Self.publicName)", mode: 0o644)
    Terminal.say("key \(key.kid.hex), fingerprint \(anchor.fingerprint)")
  }
}

/// The boxes' keys, as the database has them.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the boxes' keys; `trust` takes them in.")

  @OptionGroup var store: StoreOptions

  func run() throws {
    for key in try store.open().keys() {
      let end = key.withdrawnFromSerial.map { "withdrawn from serial \($0)" } ?? "in force"
      Terminal.say("\(key.issuer.text)\t\(key.kid.hex)\tfrom serial \(key.fromSerial)\t\(end)")
    }
  }
}
