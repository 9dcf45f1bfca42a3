/// The table `bankFolder`: what the bank's files were when they were last read, so that a start that finds them unchanged
/// need not read them again.
extension KioskStore {
  private static let findFingerprint = Query("SELECT fingerprint FROM bankFolder WHERE id = 1")
  private static let keepFingerprint = Query(
    """
    INSERT INTO bankFolder (id, fingerprint) VALUES (1, ?1)
    ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint
    """)

  /// Nil before the first bank.
  package func bankFingerprint() throws -> [UInt8]? {
    try database.use(Self.findFingerprint) { statement in
      try statement.step() ? statement.bytes(0) : nil
    }
  }

  /// Call in the transaction that adopts the bank: the two belong together.
  package func keep(bankFingerprint: [UInt8]) throws {
    try database.run(Self.keepFingerprint) { $0.bind(bankFingerprint) }
  }
}
