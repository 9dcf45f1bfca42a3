import ArgumentParser
import Glibc
import PostgresStore

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

/// Brings the database up to date.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Make the tables, or bring them up to date; a second run changes nothing.")

  @OptionGroup var store: StoreOptions

  func run() throws { _ = try store.open(migrating: true) }
}

/// Makes all kept counts anew.
struct RecountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Make the kept counts anew from the attempts; imports wait meanwhile.")

  @OptionGroup var store: StoreOptions

  func run() throws { try store.open().recountAll() }
}
