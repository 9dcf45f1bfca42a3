import Province
import Slip

/// The table `device_key`: whom the province believes what.
extension PostgresProvince: ProvinceKeys {
  package func keys() throws -> [KnownKey] {
    try connection.all(
      """
      SELECT kid, public, issuer, from_serial, withdrawn_from_serial FROM device_key
      ORDER BY commune, length(issuer), issuer, from_serial, kid
      """
    ) { row in
      do {
        return try KnownKey(
          kid: try KeyID(bytes: row.bytes(0)), publicKey: row.bytes(1), issuer: try Issuer(row.text(2)),
          fromSerial: row.int(3), withdrawnFromSerial: row.optionalInt(4))
      } catch {
        throw PostgresError.unreadable(table: "device_key", column: "public")
      }
    }
  }

  package func keep(_ keys: [KnownKey]) throws {
    for key in keys {
      try connection.run(
        """
        INSERT INTO device_key (commune, issuer, kid, public, from_serial, withdrawn_from_serial)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (commune, issuer, kid) DO UPDATE SET
          withdrawn_from_serial = least(device_key.withdrawn_from_serial, excluded.withdrawn_from_serial)
        """,
        [
          .text(key.issuer.commune), .text(key.issuer.text), .bytes(key.kid.bytes), .bytes(key.publicKey),
          PostgresValue(key.fromSerial), PostgresValue(key.withdrawnFromSerial),
        ])
    }
  }
}
