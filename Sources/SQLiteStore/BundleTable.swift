import Bundles
import Slip
import UseCases

/// The table `bundle`, and the log as bundles look at it.
extension KioskStore {
  private static let spanEnd = Query(
    "SELECT id, hash FROM event WHERE id > ?1 AND id <= ?1 + ?2 ORDER BY id DESC LIMIT 1")
  private static let hashOfEvent = Query("SELECT hash FROM event WHERE id = ?1")
  private static let mark = Query(
    "SELECT number, digest, lastEvent, eventHash FROM bundle WHERE issuer = ?1 ORDER BY number DESC LIMIT 1")
  private static let addBundle = Query(
    """
    INSERT INTO bundle (issuer, number, firstEvent, lastEvent, eventHash, digest, size, records, madeAt, recipient)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """)
  private static let lastDoubt = Query(
    "SELECT reason IS NULL FROM clockEntry ORDER BY id DESC LIMIT 1")

  package func bundleSpan(after entry: Int64, most: Int) throws -> BundleSpan? {
    try database.use(Self.spanEnd) { row in
      row.bind(entry)
      row.bind(most)
      return try row.step() ? BundleSpan(first: entry + 1, last: row.number(0), hash: row.bytes(1)) : nil
    }
  }

  package func eventHash(of entry: Int64) throws -> [UInt8]? {
    try database.use(Self.hashOfEvent) { row in
      row.bind(entry)
      return try row.step() ? row.bytes(0) : nil
    }
  }

  package func bundleMark(of issuer: Issuer) throws -> BundleMark? {
    try database.use(Self.mark) { row in
      row.bind(issuer.text)
      guard try row.step() else { return nil }
      return BundleMark(
        number: row.int(0), digest: row.bytes(1), lastEvent: row.number(2), eventHash: row.bytes(3))
    }
  }

  package func add(_ bundle: MadeBundle) throws {
    let head = bundle.head
    try database.run(Self.addBundle) {
      $0.bind(head.issuer.text)
      $0.bind(head.number)
      $0.bind(head.firstEvent)
      $0.bind(head.lastEvent)
      $0.bind(head.eventHash)
      $0.bind(bundle.digest)
      $0.bind(bundle.size)
      $0.bind(head.recordCount)
      $0.bind(head.madeAt)
      $0.bind(head.recipient)
    }
  }

  package func isClockUndoubted() throws -> Bool {
    try database.use(Self.lastDoubt) { row in try row.step() ? row.flag(0) : true }
  }
}
