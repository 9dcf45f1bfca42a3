import ArgumentParser
import Bundles
import Glibc
import PostgresStore
import Sealing
import Slip

/// Where the database is.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("database"),
    help: "Where PostgreSQL is, as libpq writes it (default: $SATHACH_PROVINCE_DATABASE, else dbname=sathach).")
  var address: String?

  func open(migrating: Bool = false) throws -> PostgresProvince {
    try PostgresProvince(standing, migrating: migrating)
  }

  var standing: String {
    address ?? getenv("SATHACH_PROVINCE_DATABASE").map { String(cString: $0) } ?? "dbname=sathach"
  }
}

/// Makes what is missing.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Make the folder with its keys and the tables, or bring these up to date; a second run changes nothing.")

  @OptionGroup var folder: FolderOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let key = try folder.prepared().bundleKey()
    _ = try store.open(migrating: true)
    guard let recipient = Recipient(publicKey: key.publicKey, sha256: Digest.sha256) else { return }
    Terminal.say("bundles are sealed to \(Hex.text(recipient.id)), fingerprint \(recipient.fingerprint)")
  }
}

/// Makes all kept counts anew.
struct RecountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Make the kept counts anew from the attempts; imports wait meanwhile.")

  @OptionGroup var store: StoreOptions

  func run() throws { try store.open().recountAll() }
}
