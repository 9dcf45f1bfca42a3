import Slip

/// The table `revocation`: slips taken back, for the list of keys.
extension PostgresProvince {
  package func revokedSlips() throws -> [RevokedSlip] {
    try connection.all("SELECT device, token FROM revocation") { row in
      RevokedSlip(issuer: try Self.issuer(row.text(0), table: "revocation"), token: try Self.token(row.number(1)))
    }
  }
}
