import Assessment
import UseCases

/// The table `letterhead`.
extension KioskStore {
  private static let newestLetterhead = Query(
    """
    SELECT version, superior, office, symbol, place, authority, position, signer, recipients, account, at FROM letterhead
    ORDER BY version DESC LIMIT 1
    """)
  private static let addLetterhead = Query(
    """
    INSERT INTO letterhead (version, superior, office, symbol, place, authority, position, signer, recipients, account,
      at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    """)

  package func letterhead() throws -> KeptLetterhead? {
    try database.use(Self.newestLetterhead) { row in
      guard try row.step() else { return nil }
      let letterhead = Letterhead(
        superior: row.text(1), office: row.text(2), symbol: row.text(3), place: row.text(4), authority: row.text(5),
        position: row.text(6), signer: row.text(7),
        recipients: row.text(8).split(separator: "\n").map(String.init))
      return KeptLetterhead(
        version: row.int(0), letterhead: letterhead, account: row.number(9), at: Moment(milliseconds: row.number(10)))
    }
  }

  package func add(_ kept: KeptLetterhead) throws {
    try database.run(Self.addLetterhead) {
      $0.bind(kept.version)
      for line in [
        kept.letterhead.superior, kept.letterhead.office, kept.letterhead.symbol, kept.letterhead.place,
        kept.letterhead.authority, kept.letterhead.position, kept.letterhead.signer,
        kept.letterhead.recipients.joined(separator: "\n"),
      ] {
        $0.bind(line)
      }
      $0.bind(kept.account)
      $0.bind(kept.at.milliseconds)
    }
  }
}
