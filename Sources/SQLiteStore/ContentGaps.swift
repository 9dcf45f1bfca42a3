import Assessment
import UseCases

/// Items that a damaged file has lost, out of the bank they came from.
extension KioskStore {
  private static let itemRows = Query("SELECT id, code FROM item WHERE bank = ?1")
  private static let lastItem = Query("SELECT coalesce(max(id), 0) FROM item")
  private static let addItemAt = Query(
    "INSERT INTO item (id, bank, code, version, use, kind, competence, difficulty, shuffledParts, cluster, isRetired, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
  )
  private static let addAudienceAt = Query("INSERT OR IGNORE INTO itemAudience (item, audience) VALUES (?1, ?2)")

  /// Puts every item back that the bank has and the file lacks, under the number it had: items are numbered in the bank's
  /// order, so one that is left tells the numbers of all.
  ///
  /// - Returns: how many were put back; 0 where this bank was never stored.
  @discardableResult
  package func fillGaps(of bank: ItemBank) throws -> Int {
    guard let bankRow = try find(Self.findBank, hash: secrets.sha256(bank.namingBytes)) else { return 0 }
    var known: [String: Int64] = [:]
    try database.use(Self.itemRows) { row in
      row.bind(bankRow)
      while try row.step() { known[row.text(1)] = row.number(0) }
    }
    let places = bank.entries.enumerated().compactMap { place, entry in
      known[entry.item.id.text].map { $0 - Int64(place) }
    }
    let last = try database.use(Self.lastItem) { try $0.step() ? $0.number(0) : 0 }
    let first = places.first ?? last + 1
    var count = 0
    for (place, entry) in bank.entries.enumerated() {
      let id = known[entry.item.id.text] ?? first + Int64(place)
      if known[entry.item.id.text] == nil {
        try put(entry, at: id, in: bankRow)
        count += 1
      }
      for audience in Set(entry.item.audiences) {
        try database.run(Self.addAudienceAt) {
          $0.bind(id)
          $0.bind(audience.text)
        }
      }
    }
    return count
  }

  private func put(_ entry: ItemBank.Entry, at id: Int64, in bank: Int64) throws {
    hasNewContent = true
    try database.run(Self.addItemAt) {
      $0.bind(id)
      $0.bind(bank)
      $0.bind(entry.item.id.text)
      $0.bind(entry.item.version)
      $0.bind(entry.item.use.rawValue)
      $0.bind(entry.item.kind.rawValue)
      $0.bind(entry.item.competence.text)
      $0.bind(entry.item.difficulty)
      $0.bind(IDList.text(entry.item.task.shuffledParts))
      $0.bind(entry.item.cluster?.text)
      $0.bind(entry.item.retirement != nil)
      $0.bind(entry.content)
    }
  }
}
