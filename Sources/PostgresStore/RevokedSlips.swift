import Slip

/// The table `revocation`: slips taken back, for the list of keys.
extension PostgresProvince {
  package func revokedSlips() throws -> [RevokedSlip] {
    try connection.all("SELECT device, token FROM revocation") { row in
      RevokedSlip(issuer: try Self.issuer(row.text(0), table: "revocation"), token: try Self.token(row.number(1)))
    }
  }
}

extension PostgresProvince {
  /// Whether the server is still there; a question to it, which takes a moment.
  package var isAnswering: Bool { isOpen && (try? connection.execute("SELECT 1")) != nil }
}
