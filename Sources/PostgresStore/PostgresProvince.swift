import Province

/// The province's store on one connection; for one thread at a time.
package final class PostgresProvince {
  let connection: PostgresConnection

  /// - Parameters:
  ///   - address: libpq's own form, as `host=/run/sathach dbname=sathach`.
  ///   - migrating: brings the database up to date first; else another version than this program's is refused.
  package init(_ address: String, migrating: Bool = false) throws {
    connection = try PostgresConnection(address)
    if migrating {
      try ProvinceSchema.migrate(connection)
    } else {
      try ProvinceSchema.checkCurrent(connection)
    }
  }

  /// False once the server went away; a new one must then be made.
  package var isOpen: Bool { connection.isOpen }

  /// Runs `body` in a transaction: when it returns, everything in it is on the disk; when it throws, nothing is.
  package func atomically<T>(_ body: () throws -> T) throws -> T { try connection.atomically(body) }

  /// What is read in `body` is one moment's, whatever is imported meanwhile.
  package func reading<T>(_ body: () throws -> T) throws -> T { try connection.reading(body) }
}
